/** Two headwaters that become one river. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className} aria-hidden="true">
      <rect width="20" height="20" rx="5.5" fill="var(--accent)" />
      <path
        d="M4 6.6c2.6 0 3.6 3.4 6 3.4M4 13.4c2.6 0 3.6-3.4 6-3.4M10 10h6"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
    </svg>
  );
}
