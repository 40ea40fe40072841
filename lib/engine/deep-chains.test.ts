import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Requirement } from './plan';
import { describeWhy } from './push/describe-why';
import { planNames } from './push/plan-names';
import { planPush } from './push/plan-push';

/** Nothing in the engine may stand on the depth of a call stack: a chain of any length is only more of the same. */
const HOP_MINUTES = 2;
const NEED_MINUTES = 50_000;

test('twenty products in a row: every one is asked for the field, and for what is left of the time', () => {
  expectEveryLevel(20);
});

test('twenty thousand products in a row end, with the right rows', { timeout: 600_000 }, () => {
  expectEveryLevel(20_000);
});

test('five thousand entities of one product in a row are one hop', { timeout: 600_000 }, () => {
  const levels = 5_000;
  const names = Array.from({ length: levels }, (_, level) => `o${level}`);
  const entities = names.map((name, level) => entityFrom(name, level === 0 ? null : `agg-all.o${level - 1}`));
  const plan = planned(snapshotOf([{ key: 'agg-all', entities, minutes: HOP_MINUTES }], `agg-all.o${levels - 1}`));
  expect(countOf(plan, 'entity')).toBe(levels + 1);
  expect(valuesOf(plan, 'freshness')).toEqual([NEED_MINUTES, NEED_MINUTES - HOP_MINUTES]);
});

test('three thousand fields, each made of the one before, end; a rule on the last is asked where it stands', {
  timeout: 60_000,
}, () => {
  const fields = Array.from({ length: 3_000 }, (_, level) =>
    made(`f${level}`, level === 0 ? '1' : `f${level - 1} + 1`),
  );
  const deep = { ...entityFrom('o', null), attributes: [...ATTRIBUTES, ...fields] };
  const last = { ...entityFrom('e', 'agg-all.o'), attributes: [...ATTRIBUTES, made('f', 'a.f2999')] };
  const metrics = [{ key: 'm', kind: 'simple', measure: 'n', time: 'e.at', filter: 'f > 1' }];
  const needs = [{ on: 'e.f', rule: 'range', min: 0 }];
  const model = { entities: [last], metrics, expectations: needs };
  const plan = planned(snapshotOf([{ key: 'agg-all', entities: [deep], minutes: HOP_MINUTES }], 'agg-all.o', model));
  const asked = plan.filter(({ product, target }) => product === 'agg-all' && target === 'o.f2999');
  expect(asked.map(({ kind, value }) => [kind, value])).toEqual([
    ['attribute', null],
    ['validity', { min: 0, check: 'f2999 >= 0', enforcement: 'check' }],
  ]);
});

test('what formulas and fields over one another share is worked out once', { timeout: 20_000 }, () => {
  const levels = Array.from({ length: 40 }, (_, level) => level);
  const two = (name: string, level: number) => `${name}${level - 1} + ${name}${level - 2}`;
  const simple = { kind: 'simple', measure: 'n', time: 'e.at' };
  const metrics = levels.map((level) =>
    level < 2 ? { key: `m${level}`, ...simple } : { key: `m${level}`, kind: 'derived', formula: two('m', level) },
  );
  const fields = levels.map((level) => made(`f${level}`, level < 2 ? 'length(a.id)' : two('f', level)));
  const entities = [{ ...entityFrom('e', null), attributes: [...ATTRIBUTES, ...fields] }];
  const expectations = [{ on: 'e.f39', rule: 'range', min: 0 }];
  const plan = planned(snapshotOf([], 'src-a.o', { entities, metrics, expectations }));
  const ids = plan.find(({ kind, target }) => kind === 'attribute' && target === 'o.id');
  expect(ids?.because.map(({ metric }) => metric)).toEqual([...metrics.map(({ key }) => key).sort(), null]);
});

test('formulas that each filter two others end: the first that is too much is left out by name', {
  timeout: 20_000,
}, () => {
  const metrics = Array.from({ length: 60 }, (_, level) => {
    const filter = `id > '${level}'`;
    return level < 2
      ? { key: `m${level}`, kind: 'simple', measure: 'n', time: 'e.at', filter }
      : { key: `m${level}`, kind: 'derived', formula: `m${level - 1} + m${level - 2}`, filter };
  });
  const plan = planPush(snapshotOf([], 'src-a.o', { metrics }), ['cdp-a']);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const [consumer] = plan.value.consumers;
  expect(consumer?.issues.map(({ code, at }) => `${at}: ${code}`)).toEqual(['m12: metric-of-too-many-rows']);
  expect(consumer?.leftOut).toHaveLength(48);
});

test('a chain that is too slow is told in a sentence that names its ends, and is listed whole; so is its way out', () => {
  const keys = Array.from({ length: 20 }, (_, level) => `agg-${String(level).padStart(2, '0')}`);
  const products = keys.map((key, level) => ({
    key,
    entities: [entityFrom('o', level === 0 ? null : `${keys[level - 1]}.o`)],
    minutes: HOP_MINUTES,
    everyMinutes: NEED_MINUTES,
  }));
  const plan = planPush(snapshotOf(products, `${keys.at(-1)}.o`), ['cdp-a']);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const late = plan.value.conflicts.find(({ code }) => code === 'infeasible-freshness');
  expect(late?.products).toHaveLength(20);
  expect(late?.words.split(' each run')[0]).toBe(
    'cdp-a must be at most 34 days 17 h 20 old, but agg-19, agg-00 and the 18 between them',
  );
  const [faster] = late?.repairs ?? [];
  expect(faster?.words.split(' every')[0]).toBe('Run agg-19, agg-00 and the 18 between them');
  expect(faster?.change.schedules).toHaveLength(20);
});

function expectEveryLevel(levels: number): void {
  const keys = Array.from({ length: levels }, (_, level) => `agg-${String(level).padStart(5, '0')}`);
  const products = keys.map((key, level) => ({
    key,
    entities: [entityFrom('o', level === 0 ? null : `${keys[level - 1]}.o`)],
    minutes: HOP_MINUTES,
  }));
  const snapshot = snapshotOf(products, `${keys.at(-1)}.o`);
  const plan = planned(snapshot);
  expect(countOf(plan, 'entity')).toBe(levels + 1);
  expect(countOf(plan, 'attribute')).toBe(2 * (levels + 1));
  if (levels < 25) expectShortReasons(snapshot, plan, levels);
  const asked = valuesOf(plan, 'freshness');
  expect(asked.at(levels - 1)).toBe(NEED_MINUTES);
  expect(asked.at(0)).toBe(NEED_MINUTES - (levels - 1) * HOP_MINUTES);
  expect(asked.at(levels)).toBe(NEED_MINUTES - levels * HOP_MINUTES);
}

/** A long way is told by its ends, and by what is spent on it together. */
function expectShortReasons(snapshot: WorkspaceSnapshot, plan: readonly Requirement[], levels: number): void {
  const whyOf = (kind: Requirement['kind']) => {
    const row = plan.find((one) => one.kind === kind && one.product === 'src-a');
    return row && describeWhy(row, planNames(snapshot));
  };
  expect(whyOf('entity')).toMatch(new RegExp(`through agg-\\d+, agg-\\d+ and the ${levels - 2} between them$`));
  expect(whyOf('freshness')).toContain(
    `, of which ${levels} products on the way spend ${levels * HOP_MINUTES} min together`,
  );
}

function countOf(plan: readonly Requirement[], kind: Requirement['kind']): number {
  return plan.filter((row) => row.kind === kind).length;
}

function valuesOf(plan: readonly Requirement[], kind: Requirement['kind']) {
  return plan.filter((row) => row.kind === kind).map(({ value }) => value);
}

function entityFrom(key: string, input: string | null) {
  const from = { entity: input ?? 'src-a.o', as: 'a' };
  return { key, grain: ['id'], from, attributes: ATTRIBUTES };
}

function made(key: string, expression: string) {
  return { key, type: 'integer', role: 'number', expression };
}

const ATTRIBUTES = [
  { key: 'id', type: 'string', expression: 'a.id' },
  { key: 'at', type: 'date', expression: 'a.at' },
];

type Drawn = { key: string; entities: object[]; minutes: number; everyMinutes?: number };

function snapshotOf(products: readonly Drawn[], last: string, model: object = {}): WorkspaceSnapshot {
  const columns = ATTRIBUTES.map(({ key, type }) => ({ name: key, type }));
  const source = { key: 'o', grain: ['id'], from: { table: 'db.t', as: 'a' }, attributes: ATTRIBUTES };
  const file = {
    headwater: 1,
    workspace: { name: 'Deep' },
    teams: [{ key: 'team', name: 'Team' }],
    sources: [{ key: 'db', tables: [{ name: 't', rows: 1, bytes: 2, key: ['id'], columns }] }],
    products: [
      { key: 'src-a', owner: 'team', promises: { freshnessMinutes: 1 }, model: { entities: [source] } },
      ...products.map(({ key, entities, minutes, everyMinutes }) => ({
        key,
        owner: 'team',
        build: { mode: everyMinutes ? 'scheduled' : 'streaming', everyMinutes, takesMinutes: minutes },
        model: { entities },
      })),
      {
        key: 'cdp-a',
        owner: 'team',
        useCase: { decision: 'What next?' },
        model: {
          entities: [entityFrom('e', last)],
          measures: [{ key: 'n', entity: 'e', aggregation: 'count' }],
          metrics: [{ key: 'm', kind: 'simple', measure: 'n', time: 'e.at' }],
          expectations: [{ on: 'model', rule: 'freshness', maxMinutes: NEED_MINUTES }],
          ...model,
        },
      },
    ],
  };
  const limits = { charactersMax: 100_000_000, valuesMax: 10_000_000 };
  const read = readWorkspace(JSON.stringify(file), { format: 'json', limits });
  if (!read.ok) throw new Error(JSON.stringify(read.error.slice(0, 3)));
  return read.value;
}

function planned(snapshot: WorkspaceSnapshot): readonly Requirement[] {
  const plan = planPush(snapshot, ['cdp-a']);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value.requirements;
}
