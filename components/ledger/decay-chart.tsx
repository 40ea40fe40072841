import { useFormat } from '@/components/shell/use-format';
import type { LedgerChartPoint } from '@/lib/api/ledger';
import type { LedgerWords } from './ledger-words';

const WIDTH = 480;
const HEIGHT = 220;
const PLOT = { left: 62, right: 12, top: 14, bottom: 26 };
const NAMES_MAX = 6;
const LINES = [0, 0.25, 0.5, 0.75, 1];

type Props = { points: readonly LedgerChartPoint[]; allBytes: number; words: LedgerWords };

/** A staircase of what is needed in all, under the line of what there is. The table beside it says the same in figures. */
export function DecayChart({ points, allBytes, words }: Props) {
  const format = useFormat();
  const highest = Math.max(allBytes, points.at(-1)?.total ?? 0, 1);
  const step = (WIDTH - PLOT.left - PLOT.right) / Math.max(1, points.at(-1)?.after ?? 0);
  const x = (after: number) => PLOT.left + after * step;
  const before = (index: number) => points[index - 1]?.after ?? 0;
  const y = (bytes: number) => HEIGHT - PLOT.bottom - (bytes / highest) * (HEIGHT - PLOT.top - PLOT.bottom);
  const stairs = points.map(({ total, after }) => `V${y(total)}H${x(after)}`).join('');
  const last = points.at(-1);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={
        last
          ? `${last.after} use cases need ${format.bytes(last.total)} of ${format.bytes(allBytes)} in the end`
          : 'Nothing is needed'
      }
      className="w-full max-w-xl"
    >
      {LINES.map((part) => (
        <g key={part}>
          <line
            x1={PLOT.left}
            x2={WIDTH - PLOT.right}
            y1={y(part * highest)}
            y2={y(part * highest)}
            className={part === 1 ? 'stroke-fg-3' : 'stroke-line'}
            strokeWidth={1}
          />
          <text
            x={PLOT.left - 8}
            y={y(part * highest) + 3.5}
            textAnchor="end"
            className="fill-fg-3 text-2xs tabular-nums"
          >
            {format.bytes(part * highest)}
          </text>
        </g>
      ))}
      <text x={WIDTH - PLOT.right} y={y(highest) - 4} textAnchor="end" className="fill-fg-2 text-2xs">
        everything
      </text>
      <path d={`M${x(0)} ${y(0)}${stairs}V${y(0)}Z`} className="fill-accent-soft" />
      <path
        d={`M${x(0)} ${y(0)}${stairs}`}
        className="fill-none stroke-accent"
        strokeWidth={2}
        strokeLinejoin="round"
      />
      {points.map(({ consumer, after, total, adds }, index) => (
        <g key={consumer}>
          <rect
            x={x(before(index))}
            y={PLOT.top}
            width={x(after) - x(before(index))}
            height={HEIGHT - PLOT.top - PLOT.bottom}
            className="fill-transparent"
          >
            <title>
              {after - before(index) === 1
                ? `${words.product(consumer)} adds ${format.bytes(adds)}: ${format.bytes(total)} in all`
                : `The first ${after} use cases: ${format.bytes(total)} in all`}
            </title>
          </rect>
          {points.length <= NAMES_MAX && (
            <text x={x(after) - step / 2} y={HEIGHT - 9} textAnchor="middle" className="fill-fg-2 text-2xs">
              {words.product(consumer)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
