import { countOf } from '@/lib/base/count-of';
import { describeEstimate } from './describe-estimate';
import type { CurvePoint, Ledger, Money } from './ledger';

/** A ledger as a page to read in a terminal: the whole, the tables, the use cases, the curve, what nobody needs. */
export function printLedger(ledger: Ledger): string {
  const { needed, everything, share } = ledger.totals;
  const lines = [
    `Needed: ${needed.bytes} of ${everything.bytes} bytes${printShare(share)}; ${needed.columns} of ${countOf(everything.columns, 'column')}; ${needed.tables} of ${countOf(everything.tables, 'table')}`,
    `Stored on the way: ${needed.storedBytes} bytes; copying everything ${ledger.copies} times: ${everything.storedBytes}`,
    ...printMoney(ledger, needed.money, everything.money),
    '',
    'Tables',
    ...ledger.tables.map(
      (line) =>
        `  ${line.source}.${line.table}: ${line.needed.columns} of ${countOf(line.everything.columns, 'column')}, ${line.needed.bytes} of ${line.everything.bytes} bytes`,
    ),
    '',
    'Use cases: alone, beyond the others, even share',
    ...ledger.useCases.map(
      ({ consumer, standalone, marginal, evenShareBytes }) =>
        `  ${consumer}: ${standalone.bytes}, ${marginal.bytes}, ${evenShareBytes} bytes`,
    ),
    '',
    'Largest first',
    ...ledger.curves.largestFirst.map(printPoint),
    '',
    `Nobody needs: ${countOf(ledger.unusedTables.length, 'whole table')} and ${countOf(ledger.unusedColumns.length, 'column')} of needed ones`,
    ...ledger.unusedTables.map(({ source, table, bytes }) => `  ${source}.${table}: ${bytes} bytes`),
    ...ledger.orphans.map((key) => `  ${key}: a product nobody needs`),
    ...ledger.ownerless.map((key) => `  ${key}: nobody owns it`),
    ...printEstimates(ledger),
  ];
  return `${lines.join('\n').trim()}\n`;
}

function printShare(share: number | null): string {
  return share === null ? '' : ` (${(share * 100).toFixed(1)} %)`;
}

function printMoney({ currency }: Ledger, needed: Money | null, everything: Money | null): string[] {
  if (needed === null || everything === null) return ['Money: no prices are stated'];
  const unit = currency === null ? '' : ` ${currency}`;
  const told = (amount: number) => Number(amount.toPrecision(4));
  return [`Money for a month and one full load: ${told(needed.total)} of ${told(everything.total)}${unit}`];
}

function printPoint({ consumer, adds, total, share }: CurvePoint): string {
  return `  ${consumer}: ${adds.bytes} bytes more, ${total.bytes} in all${printShare(share)}`;
}

function printEstimates({ estimates }: Ledger): string[] {
  const told = estimates.map((estimate) =>
    describeEstimate(estimate, 'field', ({ source, table }) => `${source}.${table}`),
  );
  return told.length === 0 ? [] : ['', 'Estimated', ...told.map((words) => `  ${words}`)];
}
