const FOOT = 'M20 3.5 9 9 20 14.5';
const MARKER = {
  viewBox: '0 0 20 18',
  markerWidth: 20,
  markerHeight: 18,
  refX: 20,
  refY: 9,
  markerUnits: 'userSpaceOnUse',
  orient: 'auto-start-reverse',
} as const;
const STROKE = {
  fill: 'none',
  stroke: 'context-stroke',
  strokeWidth: 1.25,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** The ends of lines, once per page; `context-stroke` lets one drawing follow the colour of each line. */
export function CrowFootDefs() {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      <defs>
        <marker id="crow-one" {...MARKER}>
          <path {...STROKE} d="M9.5 4.5v9M13.5 4.5v9" />
        </marker>
        <marker id="crow-zero-one" {...MARKER}>
          <path {...STROKE} d="M13.5 4.5v9" />
          <circle {...STROKE} cx="6.5" cy="9" r="3.2" fill="var(--canvas)" />
        </marker>
        <marker id="crow-many" {...MARKER}>
          <path {...STROKE} d={FOOT} />
          <circle {...STROKE} cx="5.6" cy="9" r="3.2" fill="var(--canvas)" />
        </marker>
        <marker id="crow-unknown" {...MARKER}>
          <circle {...STROKE} cx="14" cy="9" r="3.2" fill="var(--canvas)" />
        </marker>
      </defs>
    </svg>
  );
}
