import { columnsOf } from '@/lib/sql/columns';
import type { Expression } from '@/lib/sql/tree';
import { conditionsOf } from './conditions';
import type { Role, Use } from './find-uses';
import { type Place, placeOf } from './place-wishes';
import { upstreamOf } from './supply';
import type { EntityView, InputView, WorkspaceView } from './view';

export type NeededEntity = {
  view: EntityView;
  role: Role;
  attributes: Map<string, Role>;
  live: InputView[];
  /** What is wished of others who have no such entity, as `product.entity`; read like any other from then on. */
  wished: string[];
};
/** Something needed that nobody said the origin of, and who is asked for it. */
export type Wish = { by: NeededEntity; place: Place; attribute: string | null; role: Role };
export type Demand = {
  consumer: string;
  uses: Use[];
  entities: Map<string, NeededEntity>;
  columns: Map<string, Set<string>>;
  wishes: Wish[];
};

/** Everything upstream one consumer needs, by asking again and again until nothing new is asked. */
export function demandOf(view: WorkspaceView, consumer: string, uses: Use[]): Demand {
  const demand: Demand = { consumer, uses, entities: new Map(), columns: new Map(), wishes: [] };
  for (const use of uses) {
    const key = `${consumer}.${use.entity}`;
    needEntity(view, demand, key, use.role);
    for (const { name, role } of use.attributes) needAttribute(view, demand, key, name, role);
  }
  for (let before = ''; before !== sizeOf(demand); ) {
    before = sizeOf(demand);
    for (const needed of [...demand.entities.values()]) askInputs(view, demand, needed);
  }
  demand.wishes = [...demand.entities.values()].flatMap((needed) => wishesOf(view, needed));
  readWishes(demand);
  return demand;
}

function wishesOf(view: WorkspaceView, by: NeededEntity): Wish[] {
  const place = placeOf(view, by.view);
  if (place === null) return [];
  const whole = by.view.record.derivation === null ? [{ by, place, attribute: null, role: by.role }] : [];
  const fields = [...by.attributes].filter(([name]) => by.view.attributes.get(name) === null);
  return [...whole, ...fields.map(([attribute, role]) => ({ by, place, attribute, role }))];
}

/** Whoever wished for what somebody is asked for reads it. "Two who wish of each other are read only as far as they have something." */
function readWishes(demand: Demand): void {
  for (const { by, place } of demand.wishes) {
    const ref = `${place.product}.${place.entity}`;
    if (!demand.entities.has(ref) && !by.wished.includes(ref)) by.wished.push(ref);
  }
  const products = [...new Set([...demand.entities.values()].map(({ view }) => view.product))];
  const isReadBy = (product: string, other: string, passed: readonly string[]): boolean =>
    upstreamOf([demand], product).some(
      (input) => input === other || (!passed.includes(input) && isReadBy(input, other, [...passed, input])),
    );
  if (!products.some((product) => isReadBy(product, product, []))) return;
  for (const needed of demand.entities.values()) needed.wished = [];
}

function sizeOf({ entities, columns }: Demand): string {
  const told = [...entities].map(([key, { role, attributes, live }]) => [key, role, [...attributes], live.length]);
  return JSON.stringify([told, [...columns].map(([key, names]) => [key, names.size])]);
}

function needEntity(view: WorkspaceView, demand: Demand, key: string, role: Role): NeededEntity | null {
  const entity = view.entities.get(key);
  if (!entity) return null;
  const known = demand.entities.get(key) ?? { view: entity, role, attributes: new Map(), live: [], wished: [] };
  if (role === 'direct') known.role = 'direct';
  demand.entities.set(key, known);
  return known;
}

function needAttribute(view: WorkspaceView, demand: Demand, key: string, name: string, role: Role): void {
  const needed = needEntity(view, demand, key, role);
  if (!needed?.view.attributes.has(name)) return;
  if (needed.attributes.get(name) !== 'direct') needed.attributes.set(name, role);
}

/** "What a needed entity needs, exactly." */
function askInputs(view: WorkspaceView, demand: Demand, needed: NeededEntity): void {
  const { key } = needed.view;
  const provider = followed(view, demand, needed.view);
  for (const name of needed.view.grain) needAttribute(view, demand, key, name, needed.role);
  for (const [name, role] of [...needed.attributes]) {
    const tree = needed.view.attributes.get(name) ?? null;
    for (const own of bareIn(tree)) needAttribute(view, demand, key, own, role);
    if (tree === null && provider?.attributes.has(name)) needAttribute(view, demand, provider.key, name, role);
  }
  needed.live = needed.view.record.derivation === null ? wholeOf(provider) : liveInputs(view, needed);
  for (const input of needed.live) if (!input.isTable) needEntity(view, demand, input.ref, 'indirect');
  for (const { tree, role } of readsOf(needed, needed.live)) {
    for (const column of columnsOf(tree)) {
      const input = needed.live.find(({ as }) => as === column.qualifier);
      if (input === undefined) continue;
      if (!input.isTable) needAttribute(view, demand, input.ref, column.name, role);
      else demand.columns.set(input.ref, (demand.columns.get(input.ref) ?? new Set()).add(column.name));
    }
  }
  for (const { isTable, ref } of needed.live)
    if (isTable && !demand.columns.has(ref)) demand.columns.set(ref, new Set());
}

/**
 * What a wish is met by, as soon as there is one of that name: it is needed from then on. What an aggregate merely names
 * is asked and goes no further.
 */
function followed(view: WorkspaceView, { consumer }: Demand, entity: EntityView): EntityView | null {
  if (entity.record.derivation === null && entity.product !== consumer) return null;
  const place = placeOf(view, entity);
  return (place && view.entities.get(`${place.product}.${place.entity}`)) ?? null;
}

/** A wish for an entity reads the one that meets it row by row. */
function wholeOf(provider: EntityView | null): InputView[] {
  return provider === null ? [] : [{ as: '', ref: provider.key, isTable: false, join: 'from', on: null }];
}

/** All the expressions that a needed entity reads its inputs with. */
function readsOf(needed: NeededEntity, live: InputView[]): { tree: Expression; role: Role }[] {
  const { attributes, groupBy, where } = needed.view;
  const reads: { tree: Expression | null; role: Role }[] = [
    ...[...needed.attributes].map(([name, role]) => ({ tree: attributes.get(name) ?? null, role })),
    ...groupBy.map((name) => ({ tree: attributes.get(name) ?? null, role: 'indirect' as const })),
    { tree: where, role: 'indirect' },
    ...live.map(({ on }) => ({ tree: on, role: 'indirect' as const })),
  ];
  return reads.flatMap(({ tree, role }) => (tree === null ? [] : [{ tree, role }]));
}

function bareIn(tree: Expression | null): string[] {
  return tree === null ? [] : columnsOf(tree).flatMap(({ qualifier, name }) => (qualifier === null ? [name] : []));
}

/** Drops one join at a time that cannot change the rows and gives nothing, until none is left. */
function liveInputs(view: WorkspaceView, needed: NeededEntity): InputView[] {
  let live = needed.view.inputs;
  for (;;) {
    const dead = live.find((join) => {
      const others = live.filter((input) => input !== join);
      const isRead = readsOf(needed, others).some(({ tree }) => columnsOf(tree).some((c) => c.qualifier === join.as));
      return join.join === 'left' && !isRead && isOnWholeGrain(view, join);
    });
    if (dead === undefined) return live;
    live = live.filter((input) => input !== dead);
  }
}

/** Each column of the right side's grain is told by an equation with something that is not of the right side. */
export function isOnWholeGrain(view: WorkspaceView, join: InputView): boolean {
  const grain = join.isTable ? view.tables.get(join.ref)?.table.key : view.entities.get(join.ref)?.grain;
  if (grain === undefined || grain.length === 0) return false;
  return grain.every((name) =>
    conditionsOf(join.on).some((condition) => {
      if (condition.kind !== 'comparison' || condition.operator !== '=') return false;
      const isKey = (side: Expression) => side.kind === 'column' && side.qualifier === join.as && side.name === name;
      const isOther = (side: Expression) => columnsOf(side).every(({ qualifier }) => qualifier !== join.as);
      const { left, right } = condition;
      return (isKey(left) && isOther(right)) || (isKey(right) && isOther(left));
    }),
  );
}

/** The part of a demand that some of the consumer's own entities rest on. */
export function demandBelow(demand: Demand, entities: readonly string[]): Demand {
  const reached = new Map<string, NeededEntity>();
  const visit = (key: string) => {
    const needed = demand.entities.get(key);
    if (!needed || reached.has(key)) return;
    reached.set(key, needed);
    for (const { isTable, ref } of needed.live) if (!isTable) visit(ref);
  };
  for (const entity of entities) visit(`${demand.consumer}.${entity}`);
  return { ...demand, entities: reached };
}
