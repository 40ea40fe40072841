import { type ReactNode, useId } from 'react';

/** A titled list of places. Narrow, the title becomes a line. */
export function NavSection({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <div className="mt-5 narrow:mt-3 narrow:border-t narrow:pt-3">
      <h2 id={heading} className="mb-1 px-2 font-medium text-fg-3 text-xs narrow:sr-only">
        {title}
      </h2>
      <ul aria-labelledby={heading} className="space-y-px">
        {children}
      </ul>
    </div>
  );
}
