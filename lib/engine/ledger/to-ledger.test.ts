import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { drawFrom } from '../__resolver__/draw';
import { drawWorkspace } from '../__resolver__/draw-workspace';
import { planPush } from '../push/plan-push';
import { Ledger } from './ledger';
import { toLedger } from './to-ledger';

const CASA_VERDE = readSample();
const BOTH = ['cdp-retention', 'cdp-category'];

describe('Casa Verde', () => {
  test('retention alone needs a third of the bytes, both use cases a little more', () => {
    expect(ledgerOf(CASA_VERDE, ['cdp-retention']).totals.share).toBeCloseTo(0.326, 3);
    const { totals } = ledgerOf(CASA_VERDE, BOTH);
    expect(totals.share).toBeCloseTo(0.358, 3);
    expect(totals.everything).toMatchObject({ tables: 9, columns: 52, rows: 1_550_922, bytes: 126_186_995 });
    expect(totals.needed.bytes + totals.leftOut.bytes).toBe(126_186_995);
  });

  test('geolocation is half of all bytes; nobody needs it, and the product that serves it has no owner', () => {
    const ledger = ledgerOf(CASA_VERDE, BOTH);
    expect(ledger.unusedTables[0]).toEqual({
      source: 'geo',
      table: 'geolocation',
      rows: 1_000_163,
      bytes: 61_273_883,
    });
    expect(61_273_883 / ledger.totals.everything.bytes).toBeCloseTo(0.486, 3);
    expect(ledger.orphans).toEqual(['src-geo', 'src-payments']);
    expect(ledger.ownerless).toEqual(['src-geo']);
    expect(ledger.products.find(({ key }) => key === 'src-geo')?.bytes).toEqual({ needed: 0, of: 61_273_883 });
  });

  test('the heaviest column left out of a needed table is the text of the comments', () => {
    const [heaviest] = ledgerOf(CASA_VERDE, BOTH).unusedColumns;
    expect(heaviest).toMatchObject({ table: 'order_reviews', column: 'review_comment_message', bytes: 2_990_001 });
  });

  test('without category revenue go the sellers and who sold what, and nothing that retention needs', () => {
    const category = ledgerOf(CASA_VERDE, BOTH).useCases.find(({ consumer }) => consumer === 'cdp-category');
    expect(category?.frees).toEqual({
      tables: ['seller.sellers'],
      columns: [
        { source: 'seller', table: 'sellers', column: 'seller_id', bytes: 109_189 },
        { source: 'seller', table: 'sellers', column: 'seller_state', bytes: 9_360 },
        { source: 'shop', table: 'order_items', column: 'seller_id', bytes: 3_887_435 },
      ],
      products: ['src-sellers'],
    });
    expect(category?.marginal.bytes).toBe(109_189 + 9_360 + 3_887_435);
  });

  test('an order number of retention is stored in three products, four steps from the shop at most', () => {
    const orders = ledgerOf(CASA_VERDE, BOTH).tables.find(({ table }) => table === 'orders');
    const column = orders?.columns.find(({ name }) => name === 'order_id');
    expect(column?.copies).toEqual(['agg-customer-360', 'agg-order-economics', 'src-orders']);
    expect(column?.hops).toBe(4);
    expect(orders?.columns.find(({ name }) => name === 'order_approved_at')).toMatchObject({
      needed: false,
      copies: [],
      hops: null,
      consumers: [],
    });
  });

  test('money is the stated prices on the stated bytes, and there is none without prices', () => {
    const { totals, copies } = ledgerOf(CASA_VERDE, BOTH);
    const gb = 126_186_995 / 1e9;
    expect(copies).toBe(3);
    expect(totals.everything.money?.storage).toBeCloseTo(gb * 3 * 0.023, 12);
    expect(totals.everything.money?.compute).toBeCloseTo((gb / 1000) * 3 * 5, 12);
    expect(totals.everything.money?.egress).toBeCloseTo(gb * 0.09, 12);
    const unpriced = ledgerOf({ ...CASA_VERDE, prices: null }, BOTH);
    expect([unpriced.totals.everything.money, unpriced.useCases[0]?.marginal.money]).toEqual([null, null]);
    expect(unpriced.estimates.map(({ code }) => code)).toEqual([
      'copies-weigh-their-columns',
      'no-prices',
      'copies-not-stated',
    ]);
  });

  test('twice the price is twice the money and the same bytes', () => {
    const doubled = { ...CASA_VERDE, prices: { ...CASA_VERDE.prices, storagePerGbMonth: 0.046 } };
    const [once, twice] = [CASA_VERDE, doubled].map((snapshot) => ledgerOf(snapshot, BOTH).totals.needed);
    expect(twice?.money?.storage).toBeCloseTo((once?.money?.storage ?? 0) * 2, 12);
    expect({ ...twice, money: null }).toEqual({ ...once, money: null });
  });

  test('a virtual aggregate keeps no copy and needs the same columns', () => {
    const virtual = {
      ...CASA_VERDE,
      products: CASA_VERDE.products.map((product) =>
        product.key === 'agg-order-economics' ? { ...product, build: { mode: 'virtual' as const } } : product,
      ),
    };
    const [before, after] = [CASA_VERDE, virtual].map((snapshot) => ledgerOf(snapshot, BOTH).totals.needed);
    expect(after?.bytes).toBe(before?.bytes);
    expect(after?.storedBytes).toBeLessThan(before?.storedBytes ?? 0);
  });

  test('nobody asks, nothing is needed; who is not there is refused', () => {
    const ledger = ledgerOf(CASA_VERDE, []);
    expect([ledger.totals.needed.bytes, ledger.totals.share, ledger.unusedTables.length]).toEqual([0, 0, 9]);
    expect(toLedger(CASA_VERDE, ['cdp-nobody'])).toEqual({
      ok: false,
      error: { code: 'unknown-consumer', consumer: 'cdp-nobody' },
    });
  });
});

describe('on random workspaces', { timeout: 60_000 }, () => {
  test('the answer has the published shape', () => {
    onDrawn((ledger) => {
      expect(Ledger.parse(ledger)).toEqual(ledger);
    });
  });

  test('needed columns are those of the plan, table by table, to the byte', () => {
    onDrawn((ledger, snapshot, consumers) => {
      const plan = planPush(snapshot, consumers);
      if (!plan.ok) throw new Error(JSON.stringify(plan.error));
      const scopes = plan.value.scopes.map(({ source, table, columns, bytes, rows, consumers: readers }) => ({
        source,
        table,
        columns,
        bytes,
        rows,
        readers,
      }));
      const lines = ledger.tables
        .filter(({ consumers: readers }) => readers.length > 0)
        .map(({ source, table, columns, needed: { bytes, rows }, consumers: readers }) => ({
          source,
          table,
          columns: columns.filter(({ needed }) => needed).map(({ name }) => name),
          bytes,
          rows,
          readers,
        }));
      expect(lines).toEqual(scopes);
      expect(ledger.unusedTables.map(({ source, table }) => `${source}.${table}`).sort()).toEqual(
        plan.value.unused.map(({ source, table }) => `${source}.${table}`),
      );
    });
  });

  test('everything adds up to the inventory, and every total to its lines', () => {
    onDrawn((ledger, snapshot) => {
      const { needed, everything, leftOut } = ledger.totals;
      const tables = snapshot.sources.flatMap((source) => source.tables);
      expect(everything).toMatchObject({
        tables: tables.length,
        rows: sum(tables, ({ rows }) => rows),
        columns: sum(tables, ({ columns }) => columns.length),
        bytes: sum(tables, ({ bytes }) => bytes),
      });
      for (const unit of ['tables', 'rows', 'columns', 'bytes', 'storedBytes', 'estimatedBytes'] as const) {
        expect(sum(ledger.tables, (line) => line.needed[unit])).toBe(needed[unit]);
        expect(sum(ledger.tables, (line) => line.everything[unit])).toBe(everything[unit]);
        expect(needed[unit] + leftOut[unit]).toBe(everything[unit]);
      }
      for (const part of ['storage', 'compute', 'egress', 'total'] as const) {
        expect(sum(ledger.tables, (line) => line.needed.money?.[part] ?? 0)).toBeCloseTo(needed.money?.[part] ?? 0, 12);
      }
      for (const line of ledger.tables) {
        expect(sum(line.columns, ({ bytes }) => bytes) + line.unattributedBytes).toBe(line.everything.bytes);
        expect(sum(line.columns, (column) => (column.needed ? column.bytes : 0))).toBe(line.needed.bytes);
        expect(sum(line.columns, (column) => column.bytes * column.copies.length)).toBe(line.needed.storedBytes);
      }
      const unused = sum(ledger.unusedTables, ({ bytes }) => bytes) + sum(ledger.unusedColumns, ({ bytes }) => bytes);
      const overhead = sum(ledger.tables, (line) => (line.consumers.length > 0 ? line.unattributedBytes : 0));
      expect(unused + overhead).toBe(leftOut.bytes);
    });
  });

  test('products add up by role and by domain to what is stored of every table', () => {
    onDrawn((ledger) => {
      const stored = sum(ledger.products, ({ storedBytes }) => storedBytes.needed);
      expect(stored).toBe(ledger.totals.needed.storedBytes);
      for (const groups of [ledger.alignments, ledger.domains]) {
        expect(sum(groups, ({ products }) => products)).toBe(ledger.products.length);
        expect(sum(groups, ({ storedBytes }) => storedBytes.needed)).toBe(stored);
        expect(sum(groups, ({ bytes }) => bytes.of)).toBe(sum(ledger.products, ({ bytes }) => bytes.of));
      }
      for (const { attributes, bytes } of ledger.products) {
        expect(attributes.needed).toBeLessThanOrEqual(attributes.of);
        expect(bytes.needed).toBeLessThanOrEqual(bytes.of);
      }
    });
  });

  test('what a consumer adds beyond the others is at most what it needs alone, and its even share lies between', () => {
    onDrawn((ledger, snapshot, consumers) => {
      for (const { consumer, marginal, standalone, evenShareBytes, frees } of ledger.useCases) {
        const alone = ledgerOf(snapshot, [consumer]).totals.needed;
        expect(standalone).toEqual(alone);
        const others = ledgerOf(
          snapshot,
          consumers.filter((other) => other !== consumer),
        ).totals.needed;
        for (const unit of ['tables', 'rows', 'columns', 'bytes', 'storedBytes', 'estimatedBytes'] as const) {
          expect(marginal[unit]).toBe(ledger.totals.needed[unit] - others[unit]);
          expect(marginal[unit]).toBeLessThanOrEqual(standalone[unit]);
        }
        expect(evenShareBytes).toBeGreaterThanOrEqual(marginal.bytes);
        expect(evenShareBytes).toBeLessThanOrEqual(standalone.bytes);
        expect(sum(frees.columns, ({ bytes }) => bytes)).toBe(marginal.bytes);
      }
      expect(sum(ledger.useCases, (line) => line.evenShareBytes)).toBe(ledger.totals.needed.bytes);
    });
  });

  test('the curves only rise and end at what all need; the largest first rise ever slower', () => {
    onDrawn((ledger) => {
      const { needed } = ledger.totals;
      for (const curve of [ledger.curves.asListed, ledger.curves.largestFirst]) {
        let before = { tables: 0, columns: 0, bytes: 0 };
        for (const { adds, total } of curve) {
          for (const unit of ['tables', 'columns', 'bytes'] as const) {
            expect(adds[unit]).toBeGreaterThanOrEqual(0);
            expect(total[unit]).toBe(before[unit] + adds[unit]);
          }
          before = total;
        }
        expect(before).toEqual({ tables: needed.tables, columns: needed.columns, bytes: needed.bytes });
        expect(curve.at(-1)?.share).toBe(ledger.totals.share);
      }
      const steps = ledger.curves.largestFirst.map(({ adds }) => adds.bytes);
      expect(steps).toEqual([...steps].sort((a, b) => b - a));
    });
  });

  test('another order of the consumers changes the curve as listed and nothing else', () => {
    onDrawn((ledger, snapshot, consumers) => {
      const backwards = ledgerOf(snapshot, [...consumers].reverse());
      expect({ ...backwards, curves: ledger.curves }).toEqual(ledger);
      expect(backwards.curves.largestFirst).toEqual(ledger.curves.largestFirst);
      expect(backwards.curves.asListed.map(({ consumer }) => consumer)).toEqual([...consumers].reverse());
    });
  });
});

function onDrawn(check: (ledger: Ledger, snapshot: WorkspaceSnapshot, consumers: string[]) => void): void {
  let checked = 0;
  const tape = fc.array(fc.nat(0xffff), { minLength: 1500, maxLength: 1500 });
  const property = fc.property(tape, fc.nat(6), fc.boolean(), (choices, uneven, isPriced) => {
    const drawn = readWorkspace(JSON.stringify(drawWorkspace(drawFrom(choices))), { format: 'json' });
    if (!drawn.ok) return;
    const snapshot: WorkspaceSnapshot = {
      ...drawn.value,
      prices: isPriced ? { storagePerGbMonth: 0.02, egressPerGb: 0.09, copies: 2 } : null,
      sources: drawn.value.sources.map((source) => ({
        ...source,
        tables: source.tables.map((table) => ({ ...table, bytes: table.bytes + uneven })),
      })),
    };
    const consumers = snapshot.products.filter(({ alignment }) => alignment === 'consumer').map(({ key }) => key);
    check(ledgerOf(snapshot, consumers), snapshot, consumers);
    checked++;
  });
  fc.assert(property, { numRuns: 60 });
  expect(checked).toBeGreaterThan(50);
}

function sum<T>(list: readonly T[], count: (item: T) => number): number {
  return list.reduce((total, item) => total + count(item), 0);
}

function ledgerOf(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Ledger {
  const ledger = toLedger(snapshot, consumers);
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.error));
  return ledger.value;
}

function readSample(): WorkspaceSnapshot {
  const read = readWorkspace(readFileSync(new URL('../../../samples/casa-verde.yaml', import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(read.error.map(({ line, words }) => `${line}: ${words}`).join('\n'));
  return read.value;
}
