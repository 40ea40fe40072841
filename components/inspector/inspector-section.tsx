import { type ReactNode, useId } from 'react';

type Props = { title: string; aside?: ReactNode; children: ReactNode };

/** A part of the inspector under its own small heading. */
export function InspectorSection({ title, aside, children }: Props) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="border-t px-4 py-3 first:border-t-0">
      <div className="mb-2 flex min-h-5 items-center gap-2">
        <h3 id={heading} className="font-medium text-fg-2 text-xs">
          {title}
        </h3>
        {aside && <div className="ml-auto flex items-center gap-1">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
