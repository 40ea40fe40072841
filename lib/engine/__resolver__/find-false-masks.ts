import type { Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';
import type { Plan } from '../plan';
import type { Demand, NeededEntity } from './demand';
import { expressionOf } from './reads';

/** What comes of an expression when some of what it reads are digests: nothing of them, a digest, or no sense. */
type Outcome = 'sound' | 'digest' | 'broken';

/**
 * Values that the plan says can be hidden, hidden: followed from there towards each consumer that is a cause, and told where
 * something on the way would be worked out from a digest and not from the value.
 */
export function findFalseMasks(demands: readonly Demand[], plan: Plan): string[] {
  const masks = plan.requirements.filter(
    ({ kind, rule, verdict }) => kind === 'privacy' && rule === 'mask' && verdict === 'missing',
  );
  return masks.flatMap(({ product, target, because }) =>
    demands
      .filter(({ consumer }) => because.some((cause) => cause.consumer === consumer))
      .flatMap((demand) => brokenBy(demand, `${product}.${target}`))
      .map((where) => `${product}:${target} is to be hidden, and ${where} works with its value`),
  );
}

function brokenBy(demand: Demand, field: string): string[] {
  const digests = new Set([field]);
  const needed = [...demand.entities.values()];
  for (let before = 0; before !== digests.size; ) {
    before = digests.size;
    for (const entity of needed)
      for (const name of entity.attributes.keys()) {
        const tree = expressionOf(entity, name);
        if (tree && outcome(tree, overInputs(entity, digests)) === 'digest') digests.add(`${entity.view.key}.${name}`);
      }
  }
  const inEntities = needed.flatMap((entity) => {
    const isDigest = overInputs(entity, digests);
    const values = [...entity.attributes.keys()].map((name) => expressionOf(entity, name));
    const conditions = [entity.view.where, ...entity.live.map(({ on }) => on)];
    const isBroken =
      values.some((tree) => tree && outcome(tree, isDigest) === 'broken') ||
      conditions.some((tree) => tree && outcome(tree, isDigest, true) === 'broken');
    return isBroken ? [entity.view.key] : [];
  });
  const inFilters = demand.uses.flatMap(({ entity, rows }) =>
    rows && outcome(rows, ({ name }) => digests.has(`${demand.consumer}.${entity}.${name}`), true) === 'broken'
      ? [`a filter of ${demand.consumer}`]
      : [],
  );
  return [...inEntities, ...inFilters];
}

type IsDigest = (column: { qualifier: string | null; name: string }) => boolean;

function overInputs({ live }: NeededEntity, digests: ReadonlySet<string>): IsDigest {
  return ({ qualifier, name }) => live.some(({ as, ref }) => as === qualifier && digests.has(`${ref}.${name}`));
}

function outcome(tree: Expression, isDigest: IsDigest, isCondition = false): Outcome {
  if (tree.kind === 'column') {
    if (!isDigest(tree)) return 'sound';
    return isCondition ? 'broken' : 'digest';
  }
  const isTruth =
    tree.kind === 'and' ||
    tree.kind === 'or' ||
    (tree.kind === 'unary' && tree.operator === 'not') ||
    (tree.kind === 'test' && tree.test !== 'null');
  const asked = new Set(tree.kind === 'case' && !tree.subject ? tree.arms.map(({ when }) => when) : []);
  const parts = childrenOf(tree).map((part) => ({ part, is: outcome(part, isDigest, isTruth || asked.has(part)) }));
  if (parts.some(({ is }) => is === 'broken')) return 'broken';
  if (parts.every(({ is }) => is === 'sound')) return 'sound';
  switch (tree.kind) {
    case 'comparison':
      return ['<', '<=', '>', '>='].includes(tree.operator) ? 'broken' : 'sound';
    case 'in':
    case 'test':
      return 'sound';
    case 'case': {
      const given = [...tree.arms.map(({ result }) => result), tree.otherwise];
      return parts.some(({ part, is }) => is === 'digest' && given.includes(part)) ? 'digest' : 'sound';
    }
    case 'aggregate':
      return tree.name === 'count' ? 'sound' : 'broken';
    case 'call':
      return ['coalesce', 'nullif', 'md5', 'sha256'].includes(tree.name) ? 'digest' : 'broken';
    default:
      return 'broken';
  }
}
