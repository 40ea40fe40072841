import type { AttributeRecord } from '@/lib/model/records';
import { isSameUnit, unitOf } from '@/lib/sql/unit-of';
import type { CompiledEntity, CompiledInput, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { isCurrency } from './is-currency';
import { loseMetrics } from './lose-metrics';
import { metricsBehind } from './metrics-behind';
import { ownedBy } from './owned-by';

/**
 * What is made of the values of other products, in units that do not fit: two that are added though they are said to be in
 * different ones, and a sum or a choice that is called otherwise than all it is made of. Whatever multiplies, divides or
 * converts loses the unit, and then nothing is said. Plain copies are told beside types and zones.
 */
export function findMixedUnits(facts: OwnFacts): FoundConflict[] {
  const { demand, lineage } = facts;
  return demand.demand.order.flatMap(({ entity, attributes }): readonly FoundConflict[] => {
    const misfits = entity ? misfitsIn(lineage, entity) : NONE;
    if (!entity || misfits.length === 0) return NONE;
    return misfits.flatMap((misfit) => {
      const causes = attributes.get(misfit.name)?.causes;
      return causes === undefined ? [] : tellMisfit(facts, entity, misfit, causes);
    });
  });
}

/** An attribute, as it is said where it is made or where it comes from. */
type Said = { entity: CompiledEntity; record: AttributeRecord; unit: string };
type Misfit = { name: string } & ({ is: 'added'; left: Said; right: Said } | { is: 'called'; own: Said; from: Said });

const NONE: readonly never[] = [];

type Read = { inputs: readonly (CompiledEntity | null)[]; found: readonly Misfit[] };
const read = new WeakMap<CompiledEntity, Read>();

/** The same for everybody who needs the entity, as long as what it reads is the same. */
function misfitsIn(lineage: Lineage, entity: CompiledEntity): readonly Misfit[] {
  const from = entity.derivation?.inputs ?? NONE;
  const inputOf = ({ kind, ref }: CompiledInput) => (kind === 'entity' ? lineage.entity(ref) : null);
  const known = read.get(entity);
  if (known && from.every((input, at) => inputOf(input) === known.inputs[at])) return known.found;
  const inputs = from.map(inputOf);
  const saysAny = inputs.some((input) => input && [...input.attributes.values()].some(({ record }) => record.unit));
  const found = saysAny ? [...entity.attributes.keys()].flatMap((name) => misfitOf(entity, inputs, name) ?? []) : [];
  read.set(entity, { inputs, found });
  return found;
}

function misfitOf(entity: CompiledEntity, inputs: Read['inputs'], name: string): Misfit | null {
  const tree = overInputs(entity, name);
  const own = entity.attributes.get(name)?.record;
  if (!tree || tree.kind === 'column' || !own) return null;
  const said = new Map<string, Said>();
  const { unit, mixed } = unitOf(tree, ({ qualifier, name: column }) => {
    const at = entity.derivation?.inputs.findIndex(({ alias }) => alias === qualifier) ?? -1;
    const record = inputs[at]?.attributes.get(column)?.record;
    const input = inputs[at];
    if (!input || !record?.unit) return null;
    const key = `${input.ref}.${column}`;
    said.set(key, { entity: input, record, unit: record.unit });
    return { name: key, unit: record.unit };
  });
  if (mixed) {
    const [left, right] = mixed.map((one) => said.get(one.name));
    return left && right ? { name, is: 'added', left, right } : null;
  }
  const from = unit && said.get(unit.name);
  if (!from || own.unit === null || isSameUnit(own.unit, from.unit) || isRate(own.unit)) return null;
  return { name, is: 'called', own: { entity, record: own, unit: own.unit }, from };
}

/** "EUR per order": said more closely than what it is made of. */
function isRate(unit: string): boolean {
  return /\s+per\s+|\//.test(unit);
}

function tellMisfit(facts: OwnFacts, entity: CompiledEntity, misfit: Misfit, causes: bigint): FoundConflict[] {
  const { names, demand } = facts;
  const [one, other] = misfit.is === 'added' ? [misfit.left, misfit.right] : [misfit.own, misfit.from];
  const call = (at: CompiledEntity, name: string) =>
    `${names.target(at.product, `${at.name}.${name}`)} in ${names.product(at.product)}`;
  const what = call(entity, misfit.name);
  const words =
    misfit.is === 'added'
      ? `${what} adds ${call(one.entity, one.record.name)}, in ${one.unit}, and ${call(other.entity, other.record.name)}, in ${other.unit}.`
      : `${what} is said to be in ${one.unit}, but it is made of ${call(other.entity, other.record.name)}, which is in ${other.unit}.`;
  const relabel = ({ entity: { product }, record }: Said, unit: string): Proposal => ({
    words: `Say ${unit} in ${names.product(product)} too, if that is what the numbers are.`,
    change: { schedules: [], records: [{ product, put: [{ ...record, unit }], remove: [] }] },
  });
  return [
    {
      code: isCurrency(one.unit) && isCurrency(other.unit) ? 'currency' : 'unit',
      consumer: demand.consumer.key,
      at: other.entity.product,
      target: `${other.entity.name}.${other.record.name} in ${entity.ref}.${misfit.name}`,
      products: [...new Set([entity.product, one.entity.product, other.entity.product])],
      path: [`${entity.ref}.${misfit.name}`, `${other.entity.ref}.${other.record.name}`],
      numbers: { unit: one.unit, sourceUnit: other.unit },
      words: `${words} Nothing converts ${misfit.is === 'added' ? 'either' : 'it on the way'}. ${ownedBy(names, entity.product)}`,
      propose: () => [
        relabel(one, other.unit),
        relabel(other, one.unit),
        ...loseMetrics(facts, metricsBehind(demand.demand, causes)),
      ],
    },
  ];
}
