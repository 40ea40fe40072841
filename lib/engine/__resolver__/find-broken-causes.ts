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
      const text = path.join(' > ');
      const ends = productOf(path[0]) === consumer && productOf(path.at(-1)) === row.product;
      const steps = path.slice(1).every((step, index) => isRead(demand, path[index] ?? '', step));
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
  const isNext = (ref: string) => ref === `${nextProduct}.${nextName}`;
  const isAsked = demand.wishes.some(({ by, place }) => by === needed && isNext(`${place.product}.${place.entity}`));
  return isAsked || (needed?.live ?? []).some(({ isTable, ref }) => !isTable && isNext(ref));
}
