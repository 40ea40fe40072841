import { type ReactNode, useId } from 'react';

type Props = {
  title: string;
  /** Beside the title: the one verb that adds to the list. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A titled list of places. Narrow, the title becomes a line. */
export function NavSection({ title, aside, children }: Props) {
  const heading = useId();
  return (
    <div className="mt-5 narrow:mt-3 narrow:border-t narrow:pt-3">
      <div className="mb-1 flex items-center justify-between pl-2 narrow:justify-center narrow:pl-0">
        <h2 id={heading} className="font-medium text-fg-3 text-xs narrow:sr-only">
          {title}
        </h2>
        {aside}
      </div>
      <ul aria-labelledby={heading} className="space-y-px">
        {children}
      </ul>
    </div>
  );
}
