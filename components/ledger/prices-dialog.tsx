'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import type { LedgerPage } from '@/lib/api/ledger';
import type { Prices } from '@/lib/catalog/snapshot';
import { keepPricesMutation, ledgerQuery } from '@/lib/client/ledger';
import type { Amount } from '@/lib/engine/ledger/ledger';
import { moneyFor } from '@/lib/engine/ledger/price-book';
import { useMoney } from './use-money';

const FIELDS = [
  ['storagePerGbMonth', 'Storage', 'per GB and month'],
  ['computePerTbScanned', 'Computation', 'per TB read'],
  ['egressPerGb', 'Transfer out of a source', 'per GB'],
  ['copies', 'Copies, if everything is copied', 'of each table'],
] as const;
type Name = (typeof FIELDS)[number][0];
type Props = { page: LedgerPage; onClose: () => void };

/** What keeping and moving data costs, with what the ledger would then come to, before it is saved. */
export function PricesDialog({ page, onClose }: Props) {
  const { totals, currency, copies, prices } = page;
  const client = useQueryClient();
  const money = useMoney(currency);
  const [texts, setTexts] = useState<Record<Name, string>>(() => ({
    storagePerGbMonth: textOf(prices.stated.storagePerGbMonth),
    computePerTbScanned: textOf(prices.stated.computePerTbScanned),
    egressPerGb: textOf(prices.stated.egressPerGb),
    copies: textOf(prices.stated.copies),
  }));
  const save = useMutation({
    ...keepPricesMutation,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ledgerQuery().queryKey });
      onClose();
    },
  });
  const read = FIELDS.map(([name]) => [name, numberOf(texts[name])] as const);
  const isReadable = read.every(([, value]) => value !== 'unreadable');
  const next: Prices = Object.fromEntries(
    read.flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
  const { needed, everything } = totals;
  const becomes = (amount: Amount, copies: number) => {
    const total = moneyFor(amount.bytes, amount.storedBytes * copies, bookOf(next))?.total;
    return total === undefined ? 'no price' : money(total);
  };
  const comparedTo = (amount: Amount, copies: number): Becoming => ({
    now: amount.money === null ? 'no price' : money(amount.money.total),
    next: isReadable ? becomes(amount, copies) : '–',
  });
  const ours = comparedTo(needed, 1);
  const all = comparedTo(everything, (next.copies ?? 1) / copies);
  return (
    <FormDialog
      title="Prices"
      description={`In ${currency ?? 'the workspace’s currency'}. Leave empty what you do not know: it is not counted.`}
      size="md"
      submit={{ words: 'Save', isBusy: save.isPending, isDisabled: !isReadable }}
      problem={save.error?.message}
      onSubmit={() => isReadable && save.mutate({ prices: next, version: prices.version })}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-3">
        {FIELDS.map(([name, label, aside]) => (
          <Field
            key={name}
            label={label}
            aside={aside}
            error={numberOf(texts[name]) === 'unreadable' ? 'A number of 0 or more.' : null}
          >
            <Input
              inputMode="decimal"
              value={texts[name]}
              onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <p aria-live="polite" className="text-sm tabular-nums">
        One full load and a month of storage cost <b className="font-medium">{ours.next}</b>
        {`${insteadOf(ours)} for what is needed, and `}
        <b className="font-medium">{all.next}</b>
        {insteadOf(all)} for copying everything.
      </p>
    </FormDialog>
  );
}

type Becoming = { now: string; next: string };

function insteadOf({ now, next }: Becoming): string {
  return now === next ? '' : ` instead of ${now}`;
}

function bookOf({ storagePerGbMonth = null, computePerTbScanned = null, egressPerGb = null, copies = 1 }: Nullable) {
  const isUnpriced = storagePerGbMonth === null && computePerTbScanned === null && egressPerGb === null;
  return { prices: isUnpriced ? null : { storagePerGbMonth, computePerTbScanned, egressPerGb }, copies, estimates: [] };
}

type Nullable = {
  storagePerGbMonth?: number | null | undefined;
  computePerTbScanned?: number | null | undefined;
  egressPerGb?: number | null | undefined;
  copies?: number | undefined;
};

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** Null where nothing is written. A comma is taken for a point. */
function numberOf(text: string): number | null | 'unreadable' {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  const value = Number(trimmed);
  return Number.isFinite(value) && value >= 0 ? value : 'unreadable';
}
