/** This window's imports, shared by everything that shows or starts one. */
import { useSyncExternalStore } from 'react';
import { client } from '../link';
import { createImportDesk } from './import-desk';
import type { Import } from './import-desk';

export const importDesk = createImportDesk(client);

export function useImports(): readonly Import[] {
  return useSyncExternalStore(importDesk.subscribe, importDesk.list);
}
