import type { Plan, Requirement } from '../plan';
import type { Demand } from './demand';
import { allAbove } from './supply';

const CODES: Partial<Record<Requirement['kind'], string>> = {
  freshness: 'infeasible-freshness',
  deadline: 'infeasible-deadline',
};

/** By what else a row is refused, as its conflict is called. */
const REFUSED_BY: Partial<Record<Requirement['kind'], readonly string[]>> = {
  completeness: ['statistics'],
  delivery: ['delivery'],
  grain: ['grain'],
  history: ['history-max'],
  privacy: ['policy-against-need'],
  reference: ['statistics'],
  relationship: ['cardinality', 'statistics'],
  rows: ['rows-excluded'],
  uniqueness: ['cardinality', 'fan-out', 'statistics'],
  validity: ['statistics', 'validity'],
  volume: ['statistics'],
};
/** What is only said of rows that are refused. */
const OF_REFUSED: ReadonlySet<string> = new Set(['delivery', 'history-max', 'policy-against-need', 'validity']);

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
    ...findUntoldRefusals(plan),
    ...untold.map(({ product, kind, value }) => `${product}: ${kind} ${value} is infeasible, and no conflict says so`),
    ...rowless.map(({ code, consumer, at }) => `${code} at ${at} for ${consumer}, where no row is infeasible`),
  ];
}

/** Whatever is refused is named by a conflict of its kind, to somebody who needs it; and the other way about. */
function findUntoldRefusals({ requirements, conflicts }: Plan): string[] {
  const refused = requirements.filter(({ verdict }) => verdict === 'conflict');
  const isAbout = (
    { kind, product, because }: Requirement,
    { code, consumer, at, products, path }: Plan['conflicts'][number],
  ) =>
    REFUSED_BY[kind]?.includes(code) &&
    because.some((cause) => cause.consumer === consumer || cause.policy !== undefined) &&
    [at, ...products, ...path].includes(product);
  const untold = refused.filter((row) => !conflicts.some((one) => isAbout(row, one)));
  const rowless = conflicts.filter(
    (one) => OF_REFUSED.has(one.code) && one.severity !== 'warning' && !refused.some((row) => isAbout(row, one)),
  );
  return [
    ...untold.map(({ product, target, kind }) => `${product}:${target} ${kind} is refused, and no conflict says so`),
    ...rowless.map(({ code, consumer, at }) => `${code} at ${at} for ${consumer}, where no row is refused`),
  ];
}
