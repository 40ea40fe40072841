type Props = { covered: number; needsMore: number; nobody: number; className?: string };

/** The three answers as one bar; the numbers stand beside it in words. */
export function CoverageBar({ covered, needsMore, nobody, className }: Props) {
  const parts = [
    { key: 'covered', count: covered, color: 'var(--ok)' },
    { key: 'needs-more', count: needsMore, color: 'var(--warn)' },
    { key: 'nobody', count: nobody, color: 'var(--bad)' },
  ].filter((part) => part.count > 0);
  return (
    <span className={className} aria-hidden="true">
      <span className="flex h-1.5 gap-[2px] overflow-hidden rounded-full bg-active">
        {parts.map((part) => (
          <span key={part.key} style={{ flexGrow: part.count, flexBasis: 3, background: part.color }} />
        ))}
      </span>
    </span>
  );
}
