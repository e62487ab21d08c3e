/** The whole page: the library's cache around the window. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createQueryClient } from './queries';
import { Start } from './start';

export function App() {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <Start />
    </QueryClientProvider>
  );
}
