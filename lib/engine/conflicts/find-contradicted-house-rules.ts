import { fitsField } from '@/lib/model/fits-field';
import type { CompiledEntity } from '../lineage/lineage';
import { rulesThatApply } from '../push/house-rules';
import type { FoundConflict, OwnFacts } from './conflict-facts';
import { contradictRows, contradictValues } from './contradict';
import { ownedBy } from './owned-by';
import { traceColumn } from './trace-column';

type Ruled = ReturnType<typeof rulesThatApply>[number];

/**
 * Statistics of the source say today that a list of values, values that are all there or a number of rows the house wants of
 * what is needed does not hold, as they may of what a consumer states. A rule about a classification is held against what a
 * field itself is called.
 */
export function findContradictedHouseRules(facts: OwnFacts): FoundConflict[] {
  const { demand, lineage, classesIn } = facts;
  const products = demand.graph.order.filter((product) => product !== demand.consumer.key);
  const ruled = rulesThatApply(lineage, products, classesIn).filter(
    ({ rule }) => rule.rule === 'volume' || isOfValues(rule),
  );
  if (ruled.length === 0) return [];
  return demand.demand.order.flatMap(({ product: owner, entity, attributes }) => {
    const here = ruled.filter(({ product }) => product === owner);
    if (!entity || here.length === 0) return [];
    const names = [...attributes.keys()];
    return here.flatMap((one) => tell(facts, entity, names, one));
  });
}

/** What the house wants of the values of every field that is needed, whichever rows they stand in. */
function isOfValues(
  rule: Ruled['rule'],
): rule is Extract<Ruled['rule'], { rule: 'completeness' | 'in-set' | 'not-null' }> {
  if (rule.rule === 'completeness') return rule.of === 'values' && rule.when === undefined && rule.weight === undefined;
  return rule.rule === 'in-set' || (rule.rule === 'not-null' && rule.when === undefined);
}

function tell(
  { demand, lineage, names }: OwnFacts,
  entity: CompiledEntity,
  needed: readonly string[],
  { policy, rule }: Ruled,
): FoundConflict[] {
  const isRows = rule.rule === 'volume';
  const classes = policy.applies.classification;
  const fields = needed.filter((name) => {
    const record = entity.attributes.get(name)?.record;
    if (classes !== undefined && !classes.some((one) => one === record?.classification)) return false;
    return rule.rule === 'in-set' ? rule.values.every((value) => fitsField(value, record?.type)) : isOfValues(rule);
  });
  return (isRows ? entity.grain.slice(0, 1) : fields).flatMap((name): FoundConflict[] => {
    const traced = traceColumn(lineage, entity, name);
    if (!traced || traced.table.rows === 0 || (rule.rule !== 'volume' && !isOfValues(rule))) return [];
    const contradiction = isRows ? contradictRows(rule, traced) : contradictValues(rule, traced);
    if (!contradiction) return [];
    const target = isRows ? entity.name : `${entity.name}.${name}`;
    const { numbers, needs, is } = contradiction;
    return [
      {
        code: 'statistics',
        consumer: demand.consumer.key,
        at: entity.product,
        target: `${policy.key} ${target}`,
        products: [...new Set(traced.through.map(({ product }) => product))],
        path: traced.through.map(({ ref }) => ref),
        numbers: { rows: traced.table.rows, ...numbers, policy: policy.key },
        words: `The house rule “${policy.key}” wants ${names.target(entity.product, target)} ${needs}, but ${is} in ${names.product(entity.product)} today. ${ownedBy(names, entity.product)}`,
        propose: () => [
          {
            words: `Take back the house rule “${policy.key}”.`,
            change: { schedules: [], policies: { drop: [policy.key] } },
          },
        ],
      },
    ];
  });
}
