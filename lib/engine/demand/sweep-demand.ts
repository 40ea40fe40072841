import { ok, type Result } from '@/lib/base/result';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { columnsOf } from '@/lib/sql/columns';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledDerivation, CompiledEntity, CompiledInput, CompiledProduct, Lineage } from '../lineage/lineage';
import { type LineageLoop, orderUpstream } from '../lineage/order-upstream';
import { ownNames } from '../lineage/over-inputs';
import { type AttributeDemand, bit, type CauseSet, type Demand, type EntityDemand, type LiveInput } from './demand';
import { bestProductFor } from './find-best-product';
import type { Uses } from './find-uses';

/**
 * The demand sweep: from what a consumer uses, right to left, to every entity, attribute and column that feeds it.
 * An entity is handled after everything that reads it, so its needs are complete when they are carried on. What a needed
 * entity needs: its grain; the inputs its needed attributes name (a value: direct); and, for its rows, what `where`, the
 * conditions of its live joins and its group keys name (indirect). A left join that cannot change the rows and from
 * which nothing live is needed is dropped, and each live one carries only the causes that keep it alive. What is not to be
 * carried further is needed, and nothing of what feeds it.
 */
export function sweepDemand(
  lineage: Lineage,
  consumer: CompiledProduct,
  uses: Pick<Uses, 'causes' | 'uses'>,
  isCarried: (ref: string) => boolean = () => true,
): Result<Demand, LineageLoop> {
  const roots = [...new Set(uses.uses.map((use) => `${consumer.key}.${use.entity}`))].sort();
  const ordered = orderUpstream(lineage, [...roots, ...wishedRefs(lineage, consumer)], isCarried);
  if (!ordered.ok) return ordered;

  const demand: Demand = {
    consumer: consumer.key,
    causes: uses.causes,
    order: [],
    entities: new Map(),
    tables: new Map(),
    gaps: [],
    unplaced: [],
  };
  for (const use of uses.uses) {
    const entity = entityDemand(demand, lineage, `${consumer.key}.${use.entity}`);
    const causes = bit(use.cause);
    entity.causes |= causes;
    entity.seeded |= causes;
    if (use.attribute === null) {
      if (use.direct) entity.direct |= causes;
    } else {
      const attribute = attributeDemand(entity, use.attribute);
      attribute.causes |= causes;
      attribute.seeded |= causes;
      if (use.direct) attribute.direct |= causes;
    }
  }
  for (const ref of ordered.value) {
    const needed = demand.entities.get(ref);
    if (!needed || !isCarried(ref)) continue;
    demand.order.push(ref);
    carryEntity(demand, lineage, needed);
  }
  return ok(demand);
}

function carryEntity(demand: Demand, lineage: Lineage, needed: EntityDemand): void {
  for (const attribute of needed.attributes.values()) {
    needed.causes |= attribute.causes;
    needed.direct |= attribute.direct;
  }
  const { entity } = needed;
  if (!entity) return;
  for (const name of entity.grain)
    need(
      attributeDemand(needed, name),
      { ref: needed.ref, attribute: null, direct: true, causes: needed.causes },
      needed.direct,
    );
  needOwnNames(needed, entity);
  recordWishes(demand, lineage, needed, entity);
  for (const live of needed.liveInputs) carryInput(demand, lineage, needed, live);
  if (!entity.derivation) return;
  needed.liveInputs = findLiveInputs(needed, entity, entity.derivation);
  for (const live of needed.liveInputs) carryInput(demand, lineage, needed, live);
  carryColumns(demand, lineage, needed, entity, entity.derivation);
}

/** An attribute may stand on others of its entity, by bare name; so may the rows. To a fixed point, as they may chain. */
function needOwnNames(needed: EntityDemand, entity: CompiledEntity): void {
  const { where = null, groupBy = [] } = entity.derivation ?? {};
  const whole = { ref: needed.ref, attribute: null, direct: false, causes: needed.causes };
  const keys = groupBy.map((key) => entity.attributes.get(key)?.tree ?? null);
  for (const tree of [where, ...keys])
    for (const name of tree === null ? [] : ownNames(tree)) need(attributeDemand(needed, name), whole, 0n);
  for (let grew = true; grew; ) {
    grew = false;
    for (const attribute of [...needed.attributes.values()]) {
      const tree = entity.attributes.get(attribute.name)?.tree ?? null;
      for (const name of tree === null ? [] : ownNames(tree)) {
        const own = attributeDemand(needed, name);
        if ((own.causes | attribute.causes) === own.causes && (own.direct | attribute.direct) === own.direct) continue;
        const direct = attribute.direct !== 0n;
        need(own, { ref: needed.ref, attribute: attribute.name, direct, causes: attribute.causes }, attribute.direct);
        grew = true;
      }
    }
  }
}

/** Least fixed point: an input starts with what keeps it alive by itself, and a live join keeps what its condition names. */
function findLiveInputs(needed: EntityDemand, entity: CompiledEntity, derivation: CompiledDerivation): LiveInput[] {
  const named = new Map<string, CauseSet>();
  const name = (tree: Expression | null, causes: CauseSet) => {
    let grew = false;
    for (const { qualifier } of tree === null ? [] : columnsOf(tree)) {
      if (qualifier === null) continue;
      const before = named.get(qualifier) ?? 0n;
      named.set(qualifier, before | causes);
      grew ||= (before | causes) !== before;
    }
    return grew;
  };
  for (const attribute of needed.attributes.values())
    name(entity.attributes.get(attribute.name)?.tree ?? null, attribute.causes);
  name(derivation.where, needed.causes);
  for (const key of derivation.groupBy) name(entity.attributes.get(key)?.tree ?? null, needed.causes);
  const causesOf = (input: { alias: string; droppable: boolean }) =>
    input.droppable ? (named.get(input.alias) ?? 0n) : needed.causes;
  for (let grew = true; grew; ) {
    grew = false;
    for (const input of derivation.inputs) {
      const causes = causesOf(input);
      if (causes !== 0n && nameOthers(input.on, input.alias, causes, name)) grew = true;
    }
  }
  return derivation.inputs.map((input) => ({ input, causes: causesOf(input) })).filter(({ causes }) => causes !== 0n);
}

/** A condition names its own alias too; that must not keep a droppable join alive. */
function nameOthers(
  on: Expression | null,
  alias: string,
  causes: CauseSet,
  name: (tree: Expression, causes: CauseSet) => boolean,
): boolean {
  if (on === null) return false;
  let grew = false;
  for (const column of columnsOf(on))
    if (column.qualifier !== alias && name({ kind: 'column', ...column }, causes)) grew = true;
  return grew;
}

function carryInput(demand: Demand, lineage: Lineage, needed: EntityDemand, { input, causes }: LiveInput): void {
  if (input.kind === 'table') {
    tableDemand(demand, input.ref).causes |= causes;
    return;
  }
  const upstream = entityDemand(demand, lineage, input.ref);
  upstream.causes |= causes;
  upstream.readers.push({ ref: needed.ref, attribute: null, direct: false, causes });
}

function carryColumns(
  demand: Demand,
  lineage: Lineage,
  needed: EntityDemand,
  entity: CompiledEntity,
  derivation: CompiledDerivation,
): void {
  const live = new Map(needed.liveInputs.map((input) => [input.input.alias, input]));
  const carry = (tree: Expression | null, reader: { attribute: string | null; causes: CauseSet; direct: CauseSet }) => {
    for (const column of tree === null ? [] : columnsOf(tree)) {
      const target = column.qualifier === null ? undefined : live.get(column.qualifier);
      if (!target) continue;
      const { kind, ref } = target.input;
      if (kind === 'table') {
        const { columns } = tableDemand(demand, ref);
        columns.set(column.name, (columns.get(column.name) ?? 0n) | reader.causes);
      } else {
        const direct = reader.direct !== 0n;
        need(
          attributeDemand(entityDemand(demand, lineage, ref), column.name),
          { ref: needed.ref, attribute: reader.attribute, direct, causes: reader.causes },
          reader.direct,
        );
      }
    }
  };
  for (const attribute of needed.attributes.values())
    carry(entity.attributes.get(attribute.name)?.tree ?? null, {
      attribute: attribute.name,
      causes: attribute.causes,
      direct: attribute.direct,
    });
  const whole = { attribute: null, causes: needed.causes, direct: 0n };
  carry(derivation.where, whole);
  for (const key of derivation.groupBy) carry(entity.attributes.get(key)?.tree ?? null, whole);
  for (const { input, causes } of needed.liveInputs) carry(input.on, { attribute: null, causes, direct: 0n });
}

/**
 * A used attribute without an expression is a wish: it is asked of the product its entity comes from, or of the best
 * placed one. What that product has under the same name is needed of it from then on, so what feeds it is asked in turn;
 * where its engineer has named the attribute and not bound it either, the next product upstream is asked. A source has
 * nobody to ask, and an entity made from tables neither.
 */
function recordWishes(demand: Demand, lineage: Lineage, needed: EntityDemand, entity: CompiledEntity): void {
  const unbound = [...needed.attributes.values()].filter(({ name }) => entity.attributes.get(name)?.tree === null);
  if (entity.derivation && unbound.length === 0) return;
  const place = placeOfWish(lineage, entity);
  const wish = (attribute: string | null, causes: CauseSet, direct: CauseSet) => {
    if (place === 'nowhere') return;
    if (place === null) demand.unplaced.push(attribute === null ? entity.name : `${entity.name}.${attribute}`);
    else demand.gaps.push({ ...place, attribute, wish: needed.ref, causes, direct });
  };
  if (!entity.derivation) wish(null, needed.causes, needed.direct);
  for (const { name, causes, direct } of unbound) wish(name, causes, direct);
  if (place === null || place === 'nowhere') return;
  const provider = lineage.entity(`${place.product}.${place.entity}`);
  if (!provider || (!entity.derivation && needed.product !== demand.consumer)) return;
  if (!entity.derivation) needed.liveInputs = [{ input: wholeOf(provider), causes: needed.causes }];
  for (const { name, causes, direct } of unbound) {
    if (!provider.attributes.has(name)) continue;
    const reader = { ref: needed.ref, attribute: name, direct: direct !== 0n, causes };
    need(attributeDemand(entityDemand(demand, lineage, provider.ref), name), reader, direct);
  }
}

/** Who is asked for a wish: `nowhere` when its product asks nobody, null when the workspace has nobody else. */
function placeOfWish(lineage: Lineage, entity: CompiledEntity): { product: string; entity: string } | 'nowhere' | null {
  if (lineage.product(entity.product)?.product.alignment === 'source') return 'nowhere';
  const provider = providerOf(lineage, entity.product, entity);
  if (provider) return { product: provider.product, entity: provider.name };
  const isConsumer = lineage.product(entity.product)?.product.alignment === 'consumer';
  if (entity.derivation && !isConsumer) return 'nowhere';
  const product = bestProductFor(lineage, entity.product, entity);
  return product === null ? null : { product, entity: entity.name };
}

/** What a consumer's wishes for whole entities are met by: read last, because nothing of the drawing reads them. */
function wishedRefs(lineage: Lineage, consumer: CompiledProduct): string[] {
  const places = [...consumer.entities.values()].flatMap((entity) =>
    entity.derivation ? [] : (placeOfWish(lineage, entity) ?? []),
  );
  const refs = places.flatMap((place) => (place === 'nowhere' ? [] : `${place.product}.${place.entity}`));
  return [...new Set(refs)].filter((ref) => lineage.entity(ref) !== null).sort();
}

/** A wish for an entity reads the one that fulfils it row by row. */
function wholeOf({ ref }: CompiledEntity): CompiledInput {
  return { alias: '', kind: 'entity', ref, join: 'from', on: null, pinsGrain: false, droppable: false };
}

/** The entity of another product that this one comes from, through others of its own product. */
function providerOf(lineage: Lineage, product: string, entity: CompiledEntity): CompiledEntity | null {
  let at: CompiledEntity | null = entity;
  const seen = new Set<string>();
  while (at?.product === product && !seen.has(at.ref)) {
    seen.add(at.ref);
    const from: CompiledInput | undefined = at.derivation?.inputs[0];
    at = from?.kind === 'entity' ? lineage.entity(from.ref) : null;
  }
  return at?.product === product ? null : at;
}

function need(attribute: AttributeDemand, reader: AttributeDemand['readers'][number], direct: CauseSet): void {
  attribute.causes |= reader.causes;
  attribute.direct |= direct;
  attribute.readers.push(reader);
}

function entityDemand(demand: Demand, lineage: Lineage, ref: string): EntityDemand {
  const known = demand.entities.get(ref);
  if (known) return known;
  const made: EntityDemand = {
    ref,
    product: ownerIn(ref),
    name: nameIn(ref),
    entity: lineage.entity(ref),
    causes: 0n,
    direct: 0n,
    seeded: 0n,
    attributes: new Map(),
    readers: [],
    liveInputs: [],
  };
  demand.entities.set(ref, made);
  return made;
}

function attributeDemand(entity: EntityDemand, name: string): AttributeDemand {
  const known = entity.attributes.get(name);
  if (known) return known;
  const made: AttributeDemand = { name, causes: 0n, direct: 0n, seeded: 0n, readers: [] };
  entity.attributes.set(name, made);
  return made;
}

function tableDemand(demand: Demand, ref: string) {
  const known = demand.tables.get(ref);
  if (known) return known;
  const made = { ref, causes: 0n, columns: new Map<string, CauseSet>() };
  demand.tables.set(ref, made);
  return made;
}
