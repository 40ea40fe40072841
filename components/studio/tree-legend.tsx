/** What the lines of the tree mean. */
export function TreeLegend() {
  return (
    <div className="absolute bottom-3 left-3 inline-flex items-center gap-4 rounded-lg bg-surface px-3 py-1.5 text-fg-2 text-xs shadow-pop">
      <span className="flex items-center gap-1.5">
        <svg width="22" height="2" aria-hidden="true">
          <path d="M0 1h22" stroke="var(--edge)" strokeWidth="1.75" />
        </svg>
        is part of its formula
      </span>
      <span className="flex items-center gap-1.5">
        <svg width="22" height="2" aria-hidden="true">
          <path d="M0 1h22" stroke="var(--edge)" strokeWidth="1.25" strokeDasharray="5 4" />
        </svg>
        is believed to drive it
      </span>
      <span className="flex items-center gap-1.5">
        <svg width="22" height="2" aria-hidden="true">
          <path d="M1 1h20" stroke="var(--edge)" strokeWidth="1.5" strokeLinecap="round" strokeDasharray="0.1 4" />
        </svg>
        is what it is cut by
      </span>
    </div>
  );
}
