import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { planPush } from '../push/plan-push';

const TABLES: Record<string, { key: string[]; columns: Record<string, string> }> = {
  occupied: { key: ['ward', 'day'], columns: { id: 'integer', ward: 'string', day: 'date', beds: 'integer' } },
  counted: { key: ['id'], columns: { id: 'integer', ward: 'string', day: 'date', beds: 'integer' } },
  detail: { key: ['id'], columns: { id: 'integer', reserved: 'integer' } },
  ward: { key: ['ward'], columns: { ward: 'string', capacity: 'integer' } },
  was: { key: ['ward', 'since'], columns: { ward: 'string', since: 'date', until: 'date', capacity: 'integer' } },
  calendar: { key: ['day'], columns: { day: 'date' } },
};

const fields = (columns: Record<string, string>, alias: string) =>
  Object.entries(columns).map(([key, type]) => ({ key, type, expression: `${alias}.${key}` }));

type Join = { entity: string; as: string; type: 'left' | 'inner'; on: string };
type Level = { from: string; joins?: Join[]; value: string; day?: string; measured?: string; drawn?: string[] };

/** Who is told to have lost what a level was, for beds of a ward by day; `drawn` relates a table to it by these keys. */
function losers({ from, joins = [], value, day = 'o.day', measured = 'v', drawn = [] }: Level): string[] {
  const keys = { ward: 'string', day: 'date' };
  const level = (alias: string, more: Record<string, unknown>) => ({
    key: 'level',
    grain: ['ward', 'day'],
    attributes: [...fields(keys, alias), { key: 'v', type: 'integer', expression: `${alias}.v` }],
    ...more,
  });
  const other = drawn.includes('day') ? 'occupied' : 'ward';
  const tables = Object.entries(TABLES).map(([name, { key, columns }]) => ({
    ...{ name, rows: 1000, bytes: 9000, key, history: 'overwrites' },
    columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
  }));
  const file = {
    headwater: 1,
    workspace: { name: 'Levels' },
    teams: [{ key: 'team', name: 'Team' }],
    sources: [{ key: 'db', tables }],
    products: [
      ...Object.entries(TABLES).map(([key, { key: grain, columns }]) => ({
        ...{ key: `src-${key}`, owner: 'team' },
        model: { entities: [{ key, grain, from: { table: `db.${key}`, as: 't' }, attributes: fields(columns, 't') }] },
      })),
      {
        ...{ key: 'agg-a', owner: 'team' },
        model: {
          entities: [
            {
              ...level('o', { from: { entity: `src-${from}.${from}`, as: 'o' }, joins }),
              attributes: [
                { key: 'ward', type: 'string', expression: 'o.ward' },
                { key: 'day', type: 'date', expression: day },
                { key: 'v', type: 'integer', expression: value },
              ],
            },
          ],
        },
      },
      {
        ...{ key: 'cdp-x', owner: 'team', useCase: { decision: 'Where to send the next patient' } },
        model: {
          entities: [
            level('l', { from: { entity: 'agg-a.level', as: 'l' } }),
            {
              ...{ key: 'other', grain: TABLES[other]?.key, from: { entity: `src-${other}.${other}`, as: 't' } },
              attributes: fields(TABLES[other]?.columns ?? {}, 't'),
            },
          ],
          relationships:
            drawn.length === 0
              ? []
              : [
                  {
                    ...{ key: 'r', cardinality: 'many-to-one' },
                    from: drawn.map((key) => `level.${key}`),
                    to: drawn.map((key) => `other.${key}`),
                  },
                ],
          measures: [{ key: 'v', entity: 'level', aggregation: 'sum', expression: measured, behaviour: 'stock' }],
          metrics: [{ key: 'v', kind: 'simple', measure: 'v', time: 'level.day', grain: 'month' }],
        },
      },
    ],
  };
  const snapshot = readWorkspace(JSON.stringify(file), { format: 'json' });
  if (!snapshot.ok) throw new Error(snapshot.error.map(({ words }) => words).join('\n'));
  const plan = planPush(snapshot.value, ['cdp-x']);
  if (!plan.ok) throw new Error(plan.error.code);
  expect(plan.value.consumers.flatMap(({ issues }) => issues)).toEqual([]);
  return plan.value.conflicts.flatMap(({ code, at }) => (code === 'history-lost' ? [at] : []));
}

const join = (entity: string, as: string, on: string, type: Join['type'] = 'left'): Join => ({
  ...{ entity: `src-${entity}.${entity}`, as, type, on },
});

test('a row per day tells of each day by itself, whatever its key', () => {
  expect(losers({ from: 'occupied', value: 'o.beds' })).toEqual([]);
  expect(losers({ from: 'counted', value: 'o.beds' })).toEqual([]);
  expect(losers({ from: 'occupied', value: 'o.beds', day: "cast(date_trunc('month', o.day) as date)" })).toEqual([]);
});

test('what is looked up without the day is only known as it is now', () => {
  const ward = join('ward', 'w', "o.ward = w.ward and o.day > date '2020-01-01'");
  expect(losers({ from: 'occupied', joins: [ward], value: 'w.capacity - o.beds' })).toEqual(['src-ward']);
  const beds = join('occupied', 'b', 'o.ward = b.ward', 'inner');
  expect(losers({ from: 'ward', joins: [beds], value: 'o.capacity - b.beds', day: 'b.day' })).toEqual(['src-ward']);
  const days = join('calendar', 'c', 'c.day is not null', 'inner');
  expect(losers({ from: 'ward', joins: [days], value: 'o.capacity', day: 'c.day' })).toEqual(['src-ward']);
});

test('what is looked up with the day, within its validity or by the whole row is not lost', () => {
  const was = join('was', 'w', 'o.ward = w.ward and o.day >= w.since and o.day < w.until');
  expect(losers({ from: 'occupied', joins: [was], value: 'w.capacity - o.beds' })).toEqual([]);
  const days = join('calendar', 'c', 'c.day >= o.since and c.day < o.until', 'inner');
  expect(losers({ from: 'was', joins: [days], value: 'o.capacity', day: 'c.day' })).toEqual([]);
  const detail = join('detail', 'd', 'o.id = d.id');
  expect(losers({ from: 'counted', joins: [detail], value: 'd.reserved' })).toEqual([]);
});

test('a row that is written each day keeps what was known on it', () => {
  expect(losers({ from: 'ward', value: 'o.capacity', day: 'current_date' })).toEqual([]);
});

test('a drawn relationship looks up like a join', () => {
  const level = { from: 'occupied', value: 'o.beds' };
  expect(losers({ ...level, measured: 'other.capacity - v', drawn: ['ward'] })).toEqual(['src-ward']);
  expect(losers({ ...level, measured: 'other.beds - v', drawn: ['ward', 'day'] })).toEqual([]);
});
