import { useFormat } from '@/components/shell/use-format';
import type { CurvePoint } from '@/lib/engine/ledger/ledger';
import type { LedgerWords } from './ledger-words';

const WIDTH = 480;
const HEIGHT = 220;
const PLOT = { left: 62, right: 12, top: 14, bottom: 26 };
const NAMES_MAX = 6;
const LINES = [0, 0.25, 0.5, 0.75, 1];

type Props = { points: readonly CurvePoint[]; allBytes: number; words: LedgerWords };

/** A staircase of what is needed in all, under the line of what there is. The table beside it says the same in figures. */
export function DecayChart({ points, allBytes, words }: Props) {
  const format = useFormat();
  const highest = Math.max(allBytes, points.at(-1)?.total.bytes ?? 0, 1);
  const step = (WIDTH - PLOT.left - PLOT.right) / Math.max(1, points.length);
  const x = (index: number) => PLOT.left + index * step;
  const y = (bytes: number) => HEIGHT - PLOT.bottom - (bytes / highest) * (HEIGHT - PLOT.top - PLOT.bottom);
  const stairs = points.map(({ total }, index) => `V${y(total.bytes)}H${x(index + 1)}`).join('');
  const last = points.at(-1);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={
        last
          ? `${points.length} use cases need ${format.bytes(last.total.bytes)} of ${format.bytes(allBytes)} in the end`
          : 'Nothing is needed'
      }
      className="w-full"
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
      {points.map(({ consumer, total, adds }, index) => (
        <g key={consumer}>
          <rect
            x={x(index)}
            y={PLOT.top}
            width={step}
            height={HEIGHT - PLOT.top - PLOT.bottom}
            className="fill-transparent"
          >
            <title>{`${words.product(consumer)} adds ${format.bytes(adds.bytes)}: ${format.bytes(total.bytes)} in all`}</title>
          </rect>
          {points.length <= NAMES_MAX && (
            <text x={x(index) + step / 2} y={HEIGHT - 9} textAnchor="middle" className="fill-fg-2 text-2xs">
              {words.product(consumer)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
