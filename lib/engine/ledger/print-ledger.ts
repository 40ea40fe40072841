import { countOf } from '@/lib/base/count-of';
import { groupDigits } from '@/lib/base/group-digits';
import { describeEstimate } from './describe-estimate';
import type { CurvePoint, Ledger, Money } from './ledger';

/** A ledger as a page to read in a terminal: the whole, the tables, the use cases, the curve, what nobody needs. */
export function printLedger(ledger: Ledger): string {
  const { needed, everything, share } = ledger.totals;
  const lines = [
    `Needed: ${groupDigits(needed.bytes)} of ${groupDigits(everything.bytes)} bytes${printShare(share)}; ${groupDigits(needed.columns)} of ${countOf(everything.columns, 'column')}; ${groupDigits(needed.tables)} of ${countOf(everything.tables, 'table')}`,
    `Stored on the way: ${groupDigits(needed.storedBytes)} bytes; copying everything ${ledger.copies === 1 ? 'once' : `${ledger.copies} times`}: ${groupDigits(everything.storedBytes)}`,
    ...printMoney(ledger, needed.money, everything.money),
    '',
    'Tables',
    ...ledger.tables.map(
      (line) =>
        `  ${line.source}.${line.table}: ${groupDigits(line.needed.columns)} of ${countOf(line.everything.columns, 'column')}, ${groupDigits(line.needed.bytes)} of ${groupDigits(line.everything.bytes)} bytes`,
    ),
    '',
    'Use cases: alone, beyond the others, even share',
    ...ledger.useCases.map(
      ({ consumer, standalone, marginal, evenShareBytes }) =>
        `  ${consumer}: ${groupDigits(standalone.bytes)}, ${groupDigits(marginal.bytes)}, ${groupDigits(evenShareBytes)} bytes`,
    ),
    '',
    'Largest first',
    ...ledger.curves.largestFirst.map(printPoint),
    '',
    `Nobody needs: ${countOf(ledger.unusedTables.length, 'whole table')} and ${countOf(ledger.unusedColumns.length, 'column')} of needed ones`,
    ...ledger.unusedTables.map(({ source, table, bytes }) => `  ${source}.${table}: ${groupDigits(bytes)} bytes`),
    ...ledger.orphans.map((key) => `  ${key}: a product nobody needs`),
    ...ledger.ownerless.map((key) => `  ${key}: nobody owns it`),
    ...printEstimates(ledger),
  ];
  return `${lines.join('\n').trim()}\n`;
}

function printShare(share: number | null): string {
  return share === null ? '' : ` (${Number((share * 100).toFixed(1))} %)`;
}

function printMoney({ currency }: Ledger, needed: Money | null, everything: Money | null): string[] {
  if (needed === null || everything === null) return ['Money: no prices are stated'];
  const unit = currency === null ? '' : ` ${currency}`;
  const told = (amount: number) => Number(amount.toPrecision(4));
  return [`Money for a month and one full load: ${told(needed.total)} of ${told(everything.total)}${unit}`];
}

function printPoint({ consumer, adds, total, share }: CurvePoint): string {
  return `  ${consumer}: ${groupDigits(adds.bytes)} bytes more, ${groupDigits(total.bytes)} in all${printShare(share)}`;
}

function printEstimates({ estimates }: Ledger): string[] {
  const told = estimates.map((estimate) =>
    describeEstimate(estimate, 'field', ({ source, table }) => `${source}.${table}`),
  );
  return told.length === 0 ? [] : ['', 'Estimated', ...told.map((words) => `  ${words}`)];
}
