import { chance, type Draw, pick, pickSome, shuffled } from './draw';
import type { ValueType } from './draw-condition';
import { drawConsumer } from './draw-consumer';
import { drawEntity, type FileEntity, type Readable } from './draw-entity';
import { drawClassification, drawHouseRule, drawPorts, drawStatistics, drawValueRule } from './draw-facts';

/** A random workspace as the object its file would hold: a few tiers, and every shape the design speaks of. */
export type FileWorkspace = {
  headwater: 1;
  workspace: Record<string, unknown>;
  teams: { key: string; name: string }[];
  sources: FileSource[];
  policies: Record<string, unknown>[];
  products: FileProduct[];
  contracts: Record<string, unknown>[];
};
type FileSource = { key: string; tables: FileTable[] };
type FileTable = {
  name: string;
  rows: number;
  bytes: number;
  key?: string[];
  history: string;
  columns: FileColumn[];
};
type FileColumn = { name: string; type: ValueType; bytes?: number; [more: string]: unknown };
type FileProduct = {
  key: string;
  owner?: string;
  build: Record<string, unknown>;
  promises: Record<string, unknown>;
  ports?: Record<string, unknown>[];
  useCase?: Record<string, unknown>;
  model: Record<string, unknown>;
};

/** `deepPercent`: of a hundred workspaces so many are twenty products deep, and these have little else. */
export function drawWorkspace(draw: Draw, { deepPercent = 0 }: { deepPercent?: number } = {}): FileWorkspace {
  const sources = drawSources(draw);
  const tables = sources.flatMap((source) => source.tables.map((table) => readableTable(source, table)));
  const products: FileProduct[] = [];
  const pool: Readable[] = [];
  const add = (key: string, inputs: readonly Readable[], most: { joins: number; entities: number }) => {
    const own: Readable[] = [];
    const entities: FileEntity[] = [];
    for (let index = 0; index < 1 + draw(most.entities); index++) {
      const [first, ...rest] = [...inputs, ...own];
      if (first === undefined) break;
      const drawn = drawEntity(draw, [first, ...rest], {
        product: key,
        key: `o${index}`,
        joinsMax: most.joins,
        wishes: 4,
      });
      entities.push(chance(draw, 3) && index > 0 ? unbound(drawn.file) : drawn.file);
      own.push(drawn.readable);
    }
    pool.push(...own);
    const expectations = drawOwn(draw, entities);
    products.push({
      key,
      owner: 'team',
      build: drawBuild(draw),
      promises: drawPromises(draw),
      ports: drawPorts(draw),
      model: expectations.length === 0 ? { entities } : { entities, expectations },
    });
  };
  for (let index = 0; index < 1 + draw(3); index++) {
    const own = tables.filter((_, position) => position % 3 === index % 3);
    add(`src-${index}`, own.length > 0 ? own : tables, { joins: 2, entities: 2 });
  }
  for (let index = 0; index < draw(5); index++)
    add(`agg-${'dcabe'[index] ?? index}`, [...pool], { joins: 3, entities: 3 });
  const isDeep = deepPercent > 0 && chance(draw, deepPercent);
  if (isDeep) drawDeep(pool, add);
  const [first, ...rest] = isDeep ? pool.slice(-2) : pool;
  if (first === undefined) throw new Error('a source offers something');
  for (let index = 0; index < 1 + draw(3); index++) {
    const key = `cdp-${index}`;
    const pools: [Readable, ...Readable[]] = chance(draw, 8) ? [first, ...rest, ...tables] : [first, ...rest];
    const providers = products.map((product) => product.key).filter((product) => !product.startsWith('cdp-'));
    const model = drawConsumer(draw, key, chance(draw, 70) ? lastFirst(pools) : pools, providers);
    const useCase = { decision: 'What next?', owner: 'team' };
    products.push({
      key,
      owner: 'team',
      build: chance(draw, 60) ? { mode: 'virtual' } : drawBuild(draw),
      promises: {},
      useCase,
      model,
    });
  }
  const workspace = {
    name: 'Drawn',
    timezone: 'America/Sao_Paulo',
    ...(chance(draw, 30) ? { sloOwnShare: pick(draw, [0.5, 0, 1]) } : {}),
  };
  const policies = drawPolicies(
    draw,
    products.map(({ key }) => key),
  );
  const drawn = chance(draw, 30) ? shuffled(draw, products) : products;
  return {
    headwater: 1,
    workspace,
    teams: [{ key: 'team', name: 'Team' }],
    sources,
    policies,
    products: drawn,
    contracts: drawContracts(draw, products),
  };
}

const DEEP = 20;

/** Each made of the one before and of nothing else, so that the last two, which is all that consumers read there, stand on all of them. */
function drawDeep(
  pool: Readable[],
  add: (key: string, inputs: readonly Readable[], most: { joins: number; entities: number }) => void,
): void {
  for (let level = 0; level < DEEP; level++) {
    const last = pool.at(-1);
    if (last) add(`agg-l${String(level).padStart(2, '0')}`, [last], { joins: 0, entities: 1 });
  }
}

/** What an owner says of its own values; nobody asks it, and it asks nobody. */
function drawOwn(draw: Draw, entities: readonly FileEntity[]): Record<string, unknown>[] {
  return entities.flatMap((entity) =>
    entity.attributes
      .filter(({ expression }) => expression !== undefined && entity.from !== undefined && chance(draw, 3))
      .map(({ key, type }) => ({ on: `${entity.key}.${key}`, ...drawValueRule(draw, type) })),
  );
}

/** Drawn, and not yet found: an entity with names and no origin. */
function unbound({ key, grain, attributes }: FileEntity): FileEntity {
  const names = attributes.map((attribute) => ({ key: attribute.key, type: attribute.type }));
  return grain ? { key, grain, attributes: names } : { key, attributes: names };
}

/** The first choice is the simplest one, and for a consumer that is the last product drawn. */
function lastFirst(pool: readonly [Readable, ...Readable[]]): [Readable, ...Readable[]] {
  const [first, ...rest] = [...pool].reverse();
  return first === undefined ? [...pool] : [first, ...rest];
}

function drawSources(draw: Draw): FileSource[] {
  return Array.from({ length: 1 + draw(2) }, (_, index) => ({
    key: `db${index}`,
    tables: Array.from({ length: 1 + draw(3) }, (_unused, position) => drawTable(draw, `t${position}`)),
  }));
}

const COLUMNS: readonly { name: string; type: ValueType }[] = [
  { name: 'at', type: 'timestamp' },
  { name: 'ref', type: 'string' },
  { name: 'status', type: 'string' },
  { name: 'amount', type: 'decimal' },
  { name: 'other', type: 'string' },
  { name: 'qty', type: 'integer' },
  { name: 'flag', type: 'boolean' },
  { name: 'day', type: 'date' },
];

function drawTable(draw: Draw, name: string): FileTable {
  const isComposite = chance(draw, 25);
  const keys: { name: string; type: ValueType }[] = [{ name: 'id', type: 'string' }];
  if (isComposite) keys.push({ name: 'line', type: 'integer' });
  const columns = [...keys, ...COLUMNS.filter((_, index) => index === 0 || chance(draw, 60))];
  const isWeighed = chance(draw, 60);
  return {
    name,
    rows: 1000,
    bytes: columns.length * 100,
    ...(chance(draw, 80) ? { key: keys.map((column) => column.name) } : {}),
    history: chance(draw, 50) ? 'overwrites' : 'appends',
    columns: columns.map((column, index) => ({
      ...column,
      ...(isWeighed ? { bytes: 50 + index } : {}),
      ...drawStatistics(draw, keys.length === 1 && index === 0),
    })),
  };
}

function readableTable(source: FileSource, table: FileTable): Readable {
  return { ref: `${source.key}.${table.name}`, isTable: true, grain: table.key ?? [], values: table.columns };
}

function drawBuild(draw: Draw): Record<string, unknown> {
  return pick(draw, [
    { mode: 'virtual' },
    { mode: 'scheduled', everyMinutes: 360, takesMinutes: 40 },
    { mode: 'streaming', takesMinutes: 5 },
    { mode: 'virtual' },
    { mode: 'scheduled', everyMinutes: 60, takesMinutes: 7 },
    { mode: 'scheduled', everyMinutes: 1440, takesMinutes: 0 },
  ]);
}

function drawPromises(draw: Draw): Record<string, unknown> {
  return {
    ...(chance(draw, 70) ? { freshnessMinutes: pick(draw, [30, 5, 600, 0]) } : {}),
    ...(chance(draw, 70) ? { availability: pick(draw, [0.999, 0.99, 1]) } : {}),
    ...(chance(draw, 70) ? { completeness: pick(draw, [0.999, 0.99, 1]) } : {}),
    ...(chance(draw, 60) ? { historyDays: pick(draw, [1095, 30]) } : {}),
    ...(chance(draw, 30) ? { deadline: pick(draw, ['04:00', '05:30', '23:00']) } : {}),
  };
}

/** Two sides that may or may not read each other, each pair once. */
function drawContracts(draw: Draw, products: readonly FileProduct[]): Record<string, unknown>[] {
  if (!chance(draw, 40)) return [];
  const keys = products.map(({ key }) => key).reverse();
  return keys.flatMap((consumer, index) =>
    keys.slice(index + 1).flatMap((product) => {
      if (!chance(draw, 45)) return [];
      const proposed = chance(draw, 15) ? { version: '0.4.0' } : {};
      const notice = chance(draw, 90) ? { noticeDays: pick(draw, [30, 7, 90, 0]) } : {};
      return [{ consumer, product, ...proposed, ...notice }];
    }),
  );
}

function drawPolicies(draw: Draw, products: readonly string[]): Record<string, unknown>[] {
  const policies: Record<string, unknown>[] = [];
  const add = (key: string, rule: Record<string, unknown>) => {
    const some = pickSome(draw, products, 30);
    const applies = chance(draw, 60)
      ? { alignment: [pick(draw, ['source', 'aggregate', 'source'])] }
      : some.length > 0
        ? { product: some.filter((product) => !product.startsWith('cdp-')) }
        : {};
    const isOfClasses = rule.rule === 'mask' || rule.rule === 'stays-in' || chance(draw, 20);
    const delicate = isOfClasses ? { classification: [drawClassification(draw)] } : {};
    policies.push({ key, applies: { ...applies, ...delicate }, requires: [rule] });
  };
  if (chance(draw, 18)) add('floor', { rule: 'freshness', maxMinutes: pick(draw, [600, 2880]) });
  if (chance(draw, 18)) add('up', { rule: 'availability', min: pick(draw, [0.999, 0.9]) });
  for (let index = 0; index < 2; index++) if (chance(draw, 25)) add(`rule-${index}`, drawHouseRule(draw));
  return policies;
}
