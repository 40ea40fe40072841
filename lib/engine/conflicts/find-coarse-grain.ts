import { joinWords } from '@/lib/base/join-words';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributeNamesIn, indexModel } from '@/lib/model/model-index';
import { inputsOf } from '@/lib/model/scope';
import { columnsOf } from '@/lib/sql/columns';
import type { CompiledEntity } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { ownedBy } from './owned-by';

/**
 * The consumer counts one row per more than the provider tells apart: an order line of something that has one row per
 * order. Only where the rows are surely the provider's, one for one at most.
 */
export function findCoarseGrain(facts: OwnFacts): FoundConflict[] {
  const { demand, lineage, names } = facts;
  const { consumer } = demand;
  return demand.roots.flatMap((ref): FoundConflict[] => {
    const entity = lineage.entity(ref);
    const from = entity?.derivation?.inputs[0];
    if (!entity?.derivation || from?.kind !== 'entity' || entity.derivation.groupBy.length > 0) return [];
    if (!entity.derivation.inputs.every((input) => input.join === 'from' || input.pinsGrain)) return [];
    const provider = lineage.entity(from.ref);
    if (!provider || provider.product === consumer.key || provider.grain.length === 0) return [];
    const copied = new Map(
      entity.grain.map((name) => {
        const tree = overInputs(entity, name);
        return [name, tree?.kind === 'column' && tree.qualifier === from.alias ? tree.name : null];
      }),
    );
    const covered = provider.grain.every((name) => [...copied.values()].includes(name));
    const isLookedUp = (name: string) => {
      const columns = columnsOf(overInputs(entity, name) ?? { kind: 'literal', type: 'null', value: null });
      return columns.length > 0 && columns.every(({ qualifier }) => qualifier !== from.alias);
    };
    const extra = [...copied].flatMap(([name, source]) =>
      (source === null ? isLookedUp(name) : provider.grain.includes(source)) ? [] : [name],
    );
    if (!covered || extra.length === 0) return [];
    const label = (product: string, one: CompiledEntity, name: string) =>
      names.target(product, `${one.name}.${name}`).split(' › ').at(-1) ?? name;
    const wanted = joinWords(entity.grain.map((name) => label(consumer.key, entity, name)));
    const offered = joinWords(provider.grain.map((name) => label(provider.product, provider, name)));
    return [
      {
        code: 'grain',
        consumer: consumer.key,
        at: provider.product,
        target: entity.name,
        products: [provider.product],
        path: [ref, provider.ref],
        numbers: { needed: entity.grain, offered: provider.grain },
        words: `${names.target(consumer.key, entity.name)} is meant to have one row per ${wanted}, but ${names.target(provider.product, provider.name)} in ${names.product(provider.product)} has one row per ${offered}. ${ownedBy(names, provider.product)}`,
        refuses: {
          ref: provider.ref,
          kind: 'grain',
          value: { keys: entity.grain.filter((name) => !isLookedUp(name)).map((name) => copied.get(name) ?? name) },
          supply: { keys: provider.grain },
        },
        propose: () => proposals(facts, entity, { provider, copied, extra }),
      },
    ];
  });
}

type Coarse = { provider: CompiledEntity; copied: ReadonlyMap<string, string | null>; extra: readonly string[] };

function proposals(facts: OwnFacts, entity: CompiledEntity, { provider, copied, extra }: Coarse): Proposal[] {
  const { demand, names } = facts;
  const { key, model } = demand.consumer;
  const attributes = attributeNamesIn(model, entity.record.id);
  const grain = entity.grain.filter((name) => !extra.includes(name)).flatMap((name) => attributes.get(name)?.id ?? []);
  const put = { ...entity.record, grain };
  const labels = (product: string, one: CompiledEntity) =>
    joinWords(one.grain.map((name) => names.target(product, `${one.name}.${name}`).split(' › ').at(-1) ?? name));
  const [wanted, offered] = [labels(key, entity), labels(provider.product, provider)];
  return [
    ...finerOnes(facts, entity, copied).map(({ ref, record }) => ({
      words: `Take it from ${names.target(ownerIn(ref), nameIn(ref))} in ${names.product(ownerIn(ref))}, which has one row per ${wanted}.`,
      change: { schedules: [], records: [{ product: key, put: [record], remove: [] }] },
    })),
    {
      words: `Count one row per ${offered} instead.`,
      change: { schedules: [], records: [{ product: key, put: [put], remove: [] }] },
    },
  ];
}

const FINER_MAX = 2;

/** Entities elsewhere with this very grain, that have everything this one reads of its provider under the same names. */
function finerOnes({ lineage, demand }: OwnFacts, entity: CompiledEntity, copied: Coarse['copied']) {
  const { derivation } = entity.record;
  const from = derivation?.from;
  if (!derivation || !from) return [];
  const read = new Set(
    [...entity.attributes.values()].flatMap(({ tree }) =>
      tree === null ? [] : columnsOf(tree).flatMap(({ qualifier, name }) => (qualifier === from.as ? [name] : [])),
    ),
  );
  const grain = [...copied].map(([name, source]) => source ?? name).sort();
  return lineage.snapshot.products
    .filter(
      ({ key, alignment, status }) => key !== demand.consumer.key && alignment !== 'consumer' && status !== 'draft',
    )
    .flatMap((product) =>
      indexModel(product.model).byKind.entity.flatMap((candidate) => {
        if (candidate.derivation === null) return [];
        const offered = attributeNamesIn(product.model, candidate.id);
        const own = [...offered.values()]
          .flatMap(({ id, name }) => (candidate.grain.includes(id) ? [name] : []))
          .sort();
        const isFit = own.join() === grain.join() && [...read].every((name) => offered.has(name));
        const isSelf = inputsOf(candidate).some(
          (input) => 'entity' in input && ownerIn(input.entity) === demand.consumer.key,
        );
        if (!isFit || isSelf) return [];
        const ref = `${product.key}.${candidate.name}`;
        return [
          { ref, record: { ...entity.record, derivation: { ...derivation, from: { entity: ref, as: from.as } } } },
        ];
      }),
    )
    .slice(0, FINER_MAX);
}
