import type { Plan, Requirement } from '../plan';
import type { Demand } from './demand';
import { allAbove } from './supply';

const CODES: Partial<Record<Requirement['kind'], string>> = {
  freshness: 'infeasible-freshness',
  deadline: 'infeasible-deadline',
};

/**
 * Rows that cannot be had and conflicts that stand for none: whoever needs what cannot be is told where, at that product
 * or further left on what he reads himself, and a conflict is told only where some row cannot be had.
 */
export function findUntoldRows(demands: readonly Demand[], plan: Plan): string[] {
  const isBehind = ({ product, because }: Requirement, { consumer, at }: Plan['conflicts'][number]) =>
    because.some((cause) => cause.consumer === consumer) &&
    (at === product || demands.some((demand) => demand.consumer === consumer && allAbove(demand, product).has(at)));
  const rows = plan.requirements.filter(({ verdict }) => verdict === 'infeasible');
  const untold = rows.filter(
    (row) => !plan.conflicts.some((one) => one.code === CODES[row.kind] && isBehind(row, one)),
  );
  const rowless = plan.conflicts.filter(
    ({ code, at }) =>
      Object.values(CODES).includes(code) && !rows.some(({ product, kind }) => product === at && CODES[kind] === code),
  );
  return [
    ...untold.map(({ product, kind, value }) => `${product}: ${kind} ${value} is infeasible, and no conflict says so`),
    ...rowless.map(({ code, consumer, at }) => `${code} at ${at} for ${consumer}, where no row is infeasible`),
  ];
}
