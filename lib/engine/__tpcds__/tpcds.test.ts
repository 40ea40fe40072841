import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../plan';
import { planPush } from '../push/plan-push';
import { drawTpcds, keyOfQuery } from './draw-tpcds';
import { readTpcds, type TpcdsTable } from './read-tpcds';

const TPCDS = readTpcds(readFileSync(new URL('./tpcds.yaml', import.meta.url), 'utf8'));
const WORKSPACE = drawTpcds(TPCDS);
const POINTS = [1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 99];

describe('TPC-DS, 99 queries over 24 tables', () => {
  test('the fixture is whole: every table, every column, every query, and no query names what is not there', () => {
    const names = TPCDS.tables.flatMap(({ columns }) => columns.map(({ name }) => name));
    expect([TPCDS.tables.length, names.length, new Set(names).size, TPCDS.queries.length]).toEqual([24, 425, 425, 99]);
    expect(TPCDS.queries.map(({ number }) => number)).toEqual(Array.from({ length: 99 }, (_, at) => at + 1));
    expect(TPCDS.queries.flatMap(({ columns }) => columns).filter((name) => !names.includes(name))).toEqual([]);
    expect(TPCDS.queries.reduce((sum, { columns }) => sum + columns.length, 0)).toBe(1669);
  });

  test('each query alone is granted exactly the columns it names, and the keys of the tables it reads', () => {
    for (const { number, columns } of TPCDS.queries)
      expect({ number, needed: columnsOf(planned([number])) }).toEqual({ number, needed: unionOf([columns]) });
  });

  test('all 99 together need 247 named columns and no more than their keys beside them', () => {
    const plan = planned(TPCDS.queries.map(({ number }) => number));
    const named = new Set(TPCDS.queries.flatMap(({ columns }) => columns));
    expect(named.size).toBe(247);
    const keys = TPCDS.tables.filter((table) => isRead(table, named)).flatMap(({ key }) => key);
    expect(columnsOf(plan)).toEqual([...new Set([...named, ...keys])].sort());
    expect(
      Object.fromEntries(
        plan.scopes.map(({ table, columns, deferred }) => [
          table,
          `${columns.length} of ${columns.length + deferred.length}`,
        ]),
      ),
    ).toMatchInlineSnapshot(`
      {
        "call_center": "5 of 31",
        "catalog_page": "2 of 9",
        "catalog_returns": "14 of 27",
        "catalog_sales": "29 of 34",
        "customer": "18 of 18",
        "customer_address": "12 of 13",
        "customer_demographics": "9 of 9",
        "date_dim": "11 of 28",
        "household_demographics": "5 of 5",
        "income_band": "3 of 3",
        "inventory": "4 of 4",
        "item": "18 of 22",
        "promotion": "5 of 19",
        "reason": "2 of 3",
        "ship_mode": "3 of 6",
        "store": "16 of 29",
        "store_returns": "10 of 20",
        "store_sales": "22 of 23",
        "time_dim": "5 of 10",
        "warehouse": "7 of 14",
        "web_page": "2 of 14",
        "web_returns": "15 of 24",
        "web_sales": "26 of 34",
        "web_site": "4 of 26",
      }
    `);
    expect(plan.unused).toEqual([]);
  });

  test('the curve of columns needed flattens, and each point is the union of the lists, counted without the engine', () => {
    const counted = TPCDS.queries.map((_, at) => unionOf(TPCDS.queries.slice(0, at + 1).map(({ columns }) => columns)));
    for (const many of POINTS) {
      const plan = planned(TPCDS.queries.slice(0, many).map(({ number }) => number));
      expect({ many, columns: columnsOf(plan) }).toEqual({ many, columns: counted[many - 1] });
    }
    const curve = POINTS.map((many) => counted[many - 1]?.length ?? 0);
    expect(curve).toMatchInlineSnapshot(`
      [
        12,
        73,
        107,
        137,
        155,
        163,
        178,
        179,
        209,
        223,
        241,
        247,
      ]
    `);
  });
});

function planned(numbers: number[]): Plan {
  const plan = planPush(WORKSPACE, numbers.map(keyOfQuery));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

function columnsOf(plan: Plan): string[] {
  return plan.scopes.flatMap(({ columns }) => columns).sort();
}

function isRead(table: TpcdsTable, named: ReadonlySet<string>): boolean {
  return table.columns.some(({ name }) => named.has(name));
}

/** What the lists name, and the keys of the tables each of them reads: plain sets over the fixture. */
function unionOf(lists: readonly string[][]): string[] {
  const all = lists.flatMap((list) => {
    const named = new Set(list);
    return [...list, ...TPCDS.tables.filter((table) => isRead(table, named)).flatMap(({ key }) => key)];
  });
  return [...new Set(all)].sort();
}
