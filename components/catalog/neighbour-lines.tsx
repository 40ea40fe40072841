import type { Verdict } from '@/lib/engine/plan';

type Props = { height: number; verdicts: readonly (Verdict | null)[]; direction: 'in' | 'out' };

const WIDTH = 40;

/** Curves between a column of neighbours and the product in the middle; what breaks a promise is red and dashed. */
export function NeighbourLines({ height, verdicts, direction }: Props) {
  const middle = height / 2;
  return (
    <svg width={WIDTH} height={height} viewBox={`0 0 ${WIDTH} ${height}`} fill="none" aria-hidden="true">
      {verdicts.map((verdict, row) => {
        const y = (height / verdicts.length) * (row + 0.5);
        const [from, to] = direction === 'in' ? [y, middle] : [middle, y];
        const isBroken = verdict !== null && verdict !== 'met';
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its row
            key={row}
            d={`M0 ${from} C ${WIDTH / 2} ${from}, ${WIDTH / 2} ${to}, ${WIDTH} ${to}`}
            stroke={isBroken ? 'var(--bad)' : 'var(--edge)'}
            strokeWidth={isBroken ? 1.5 : 1.25}
            strokeDasharray={isBroken ? '5 4' : undefined}
          />
        );
      })}
    </svg>
  );
}
