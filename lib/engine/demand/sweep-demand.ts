import { ok, type Result } from '@/lib/base/result';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { type EntityReads, entityReads, type InputColumn } from '../lineage/entity-reads';
import { inputPositions } from '../lineage/input-positions';
import type { CompiledDerivation, CompiledEntity, CompiledInput, CompiledProduct, Lineage } from '../lineage/lineage';
import { type LineageLoop, orderUpstream } from '../lineage/order-upstream';
import { AttributeNeeds } from './attribute-needs';
import { type AttributeDemand, CauseSets } from './cause-sets';
import { bit, type CauseSet, type Demand, type EntityDemand, join, type LiveInput, type OwnRead } from './demand';
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

  const sets = new CauseSets();
  const demand: Demand = {
    consumer: consumer.key,
    causes: uses.causes,
    order: [],
    entities: new Map(),
    tables: new Map(),
    gaps: [],
    unplaced: [],
  };
  const sweep = { demand, lineage, sets };
  for (const use of uses.uses) {
    const entity = entityDemand(sweep, `${consumer.key}.${use.entity}`);
    const causes = bit(use.cause);
    entity.causes |= causes;
    entity.seeded |= causes;
    if (use.attribute === null) {
      if (use.direct) entity.direct |= causes;
    } else {
      entity.attributes.add(use.attribute, sets.of(causes, use.direct ? causes : 0n));
      const seeded = entity.seededAttributes.get(use.attribute) ?? 0n;
      entity.seededAttributes = new Map(entity.seededAttributes).set(use.attribute, seeded | causes);
    }
  }
  for (const ref of ordered.value) {
    const needed = demand.entities.get(ref);
    if (!needed || !isCarried(ref)) continue;
    demand.order.push(needed);
    carryEntity(sweep, needed);
  }
  return ok(demand);
}

type Sweep = { demand: Demand; lineage: Lineage; sets: CauseSets };

function carryEntity(sweep: Sweep, needed: EntityDemand): void {
  const { entity, attributes } = needed;
  let last: AttributeDemand | null = null;
  for (const at of attributes.order) {
    const need = attributes.needAt(at);
    if (need === last) continue;
    needed.causes = join(needed.causes, need.causes);
    needed.direct = join(needed.direct, need.direct);
    last = need;
  }
  if (!entity) return;
  const reads = entityReads(entity);
  const whole = sweep.sets.of(needed.causes, needed.direct);
  for (const name of entity.grain) attributes.add(name, whole);
  if (reads.hasOwn) needed.ownReads = needOwnNames(sweep, needed, reads);
  if (reads.hasWishes || !entity.derivation) recordWishes(sweep, needed, entity);
  if (entity.derivation) needed.liveInputs = findLiveInputs(needed, entity.derivation, reads);
  if (entity.derivation) carryColumns(sweep, needed, entity, entity.derivation);
  else for (const live of needed.liveInputs) carryInput(sweep, needed, live);
}

/** An attribute may stand on others of its entity, by bare name; so may the rows. To a fixed point, as they may chain. */
function needOwnNames({ sets }: Sweep, needed: EntityDemand, reads: EntityReads): OwnRead[] {
  const ownReads: OwnRead[] = [];
  const { ref, attributes } = needed;
  const whole = { ref, attribute: null, direct: false, causes: needed.causes };
  for (const { own } of reads.rows)
    for (const name of own) {
      attributes.add(name, sets.of(needed.causes, 0n));
      ownReads.push({ name, reader: whole });
    }
  for (let grew = true; grew; ) {
    grew = false;
    for (const at of [...attributes.order])
      for (const name of reads.attributes[at]?.own ?? []) {
        const { causes, direct } = attributes.needAt(at);
        if (!attributes.add(name, attributes.needAt(at))) continue;
        ownReads.push({ name, reader: { ref, attribute: attributes.nameAt(at), direct: direct !== 0n, causes } });
        grew = true;
      }
  }
  return ownReads;
}

/** Least fixed point: an input starts with what keeps it alive by itself, and a live join keeps what its condition names. */
function findLiveInputs(needed: EntityDemand, { inputs }: CompiledDerivation, reads: EntityReads): LiveInput[] {
  if (!reads.droppable) return inputs.map((input) => ({ input, causes: needed.causes }));
  const named: CauseSet[] = inputs.map(() => 0n);
  for (const at of needed.attributes.order)
    for (const input of reads.droppable[at] ?? NO_INPUTS)
      named[input] = join(named[input] ?? 0n, needed.attributes.needAt(at).causes);
  for (const { columns } of reads.rows) for (const { at } of columns) named[at] = join(named[at] ?? 0n, needed.causes);
  const causesOf = (at: number) => (inputs[at]?.droppable ? (named[at] ?? 0n) : needed.causes);
  for (let grew = true; grew; ) {
    grew = false;
    for (const own of inputs.keys()) {
      const causes = causesOf(own);
      for (const { at } of causes === 0n ? [] : (reads.on[own] ?? [])) {
        // A condition names its own alias too; that must not keep a droppable join alive.
        const before = named[at] ?? 0n;
        const after = at === own ? before : join(before, causes);
        if (after === before) continue;
        named[at] = after;
        grew = true;
      }
    }
  }
  return inputs.map((input, at) => ({ input, causes: causesOf(at) })).filter(({ causes }) => causes !== 0n);
}

/** What is needed of the input; null for a table. */
function carryInput(sweep: Sweep, needed: EntityDemand, { input, causes }: LiveInput): EntityDemand | null {
  if (input.kind === 'table') {
    readTable(sweep.demand, input.ref, needed);
    return null;
  }
  const to = entityDemand(sweep, input.ref);
  to.causes = join(to.causes, causes);
  return to;
}

function carryColumns(
  sweep: Sweep,
  needed: EntityDemand,
  entity: CompiledEntity,
  { inputs }: CompiledDerivation,
): void {
  const { lineage, sets } = sweep;
  const { attributes, liveInputs } = needed;
  const targets: (EntityDemand | null)[] = inputs.map(() => null);
  let readsOthers = false;
  for (const [at, live] of liveInputs.entries()) {
    const target = carryInput(sweep, needed, live);
    readsOthers ||= target !== null;
    targets[inputs[at] === live.input ? at : inputs.indexOf(live.input)] = target;
  }
  if (!readsOthers) return;
  const reads = entityReads(entity);
  const positions = inputPositions(lineage, entity, targets);
  const carry = (columns: readonly InputColumn[], to: readonly number[] | null | undefined, need: AttributeDemand) => {
    if (to) for (let at = 0; at < to.length; at += 2) targets[to[at] ?? 0]?.attributes.addAt(to[at + 1] ?? 0, need);
    else for (const { at, name } of columns) targets[at]?.attributes.add(name, need);
  };
  for (const at of attributes.order)
    carry(reads.attributes[at]?.columns ?? NO_COLUMNS, positions.attributes[at], attributes.needAt(at));
  for (let at = 0; at < reads.rows.length; at++)
    carry(reads.rows[at]?.columns ?? NO_COLUMNS, positions.rows[at], sets.of(needed.causes, 0n));
  for (const { input, causes } of liveInputs) {
    if (input.on === null) continue;
    const at = inputs.indexOf(input);
    carry(reads.on[at] ?? NO_COLUMNS, positions.on[at], sets.of(causes, 0n));
  }
}

const NO_INPUTS: readonly number[] = [];
const NO_COLUMNS: readonly InputColumn[] = [];

/**
 * A used attribute without an expression is a wish: it is asked of the product its entity comes from, or of the best
 * placed one. What that product has under the same name is needed of it from then on, so what feeds it is asked in turn;
 * where its engineer has named the attribute and not bound it either, the next product upstream is asked. A source has
 * nobody to ask, and an entity made from tables neither.
 */
function recordWishes(sweep: Sweep, needed: EntityDemand, entity: CompiledEntity): void {
  const { demand, lineage } = sweep;
  const unbound = needed.attributes.entries().filter(([name]) => entity.attributes.get(name)?.tree === null);
  if (entity.derivation && unbound.length === 0) return;
  const place = placeOfWish(lineage, entity);
  if (place === 'nowhere') return;
  const offered = place && lineage.entity(`${place.product}.${place.entity}`);
  const provider = entity.derivation || needed.product === demand.consumer ? offered : null;
  const wish = (attribute: string | null, causes: CauseSet, direct: CauseSet) => {
    const isFollowed = attribute !== null && provider?.attributes.has(attribute) === true;
    if (place === null) demand.unplaced.push(attribute === null ? entity.name : `${entity.name}.${attribute}`);
    else demand.gaps.push({ ...place, attribute, wish: needed.ref, causes, direct, isFollowed });
  };
  if (!entity.derivation) wish(null, needed.causes, needed.direct);
  for (const [name, { causes, direct }] of unbound) wish(name, causes, direct);
  if (!provider) return;
  if (!entity.derivation) needed.liveInputs = [{ input: wholeOf(provider), causes: needed.causes }];
  for (const [name, need] of unbound)
    if (provider.attributes.has(name)) entityDemand(sweep, provider.ref).attributes.add(name, need);
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

const NO_READS: readonly OwnRead[] = [];
const NO_SEEDS: ReadonlyMap<string, CauseSet> = new Map();

function entityDemand({ demand, lineage, sets }: Sweep, ref: string): EntityDemand {
  const known = demand.entities.get(ref);
  if (known) return known;
  const entity = lineage.entity(ref);
  const made: EntityDemand = {
    ref,
    product: entity?.product ?? ownerIn(ref),
    name: entity?.name ?? nameIn(ref),
    entity,
    causes: 0n,
    direct: 0n,
    seeded: 0n,
    attributes: new AttributeNeeds(entity, sets),
    seededAttributes: NO_SEEDS,
    ownReads: NO_READS,
    liveInputs: [],
  };
  demand.entities.set(ref, made);
  return made;
}

function readTable({ tables }: Demand, ref: string, reader: EntityDemand): void {
  const known = tables.get(ref);
  if (!known) tables.set(ref, { ref, readers: [reader] });
  else if (!known.readers.includes(reader)) known.readers.push(reader);
}
