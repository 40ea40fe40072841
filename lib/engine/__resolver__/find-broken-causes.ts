import type { Plan } from '../plan';
import type { Demand } from './demand';
import { upstreamOf } from './supply';

/** Every reason must be a way through what is really read, from its consumer to the product that is asked. */
export function findBrokenCauses(demands: readonly Demand[], plan: Plan): string[] {
  return plan.requirements.flatMap((row) => {
    const name = `${row.product}:${row.target ?? '-'} ${row.kind}`;
    if (row.because.length === 0) return [`${name}: nobody needs it`];
    return row.because.flatMap(({ consumer, policy, path }) => {
      const demand = demands.find((one) => one.consumer === consumer);
      if (policy !== undefined) return [];
      if (!demand) return [`${name}: ${consumer} is not planned`];
      const isGap = row.verdict === 'missing' && (row.kind === 'entity' || row.kind === 'attribute');
      const text = path.join(' > ');
      const ends = productOf(path[0]) === consumer && productOf(path.at(-1)) === row.product;
      const steps = path.slice(1).every((step, index) => isGap || isRead(demand, path[index] ?? '', step));
      return ends && steps ? [] : [`${name}: no such way ${text}`];
    });
  });
}

function productOf(node: string | undefined): string {
  return (node ?? '').split(':')[0] ?? '';
}

/** What stands for steps that are not told. */
const UNTOLD = /^… \d+ more …$/;

function isRead(demand: Demand, from: string, to: string): boolean {
  if (UNTOLD.test(from) || UNTOLD.test(to)) return true;
  const [product = '', entity] = from.split(':');
  const [nextProduct = '', next] = to.split(':');
  if (entity === undefined || next === undefined) return upstreamOf([demand], product).includes(nextProduct);
  const [name = ''] = entity.split('.');
  const [nextName = ''] = next.split('.');
  if (product === nextProduct && name === nextName) return true;
  const needed = demand.entities.get(`${product}.${name}`);
  // What an entity without an origin is made from is for its owner to say; whoever is asked instead is next.
  if (needed?.view.record.derivation === null) return true;
  const live = needed?.live ?? [];
  return live.some(({ isTable, ref }) => !isTable && ref === `${nextProduct}.${nextName}`);
}
