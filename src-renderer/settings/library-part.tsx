import type { ReactNode } from 'react';

/** A part of the library's settings: what it is for, and what can be pressed. */
export function LibraryPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="library-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
