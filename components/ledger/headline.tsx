import { useFormat } from '@/components/shell/use-format';
import { Meter } from '@/components/ui/meter';
import type { LedgerPage } from '@/lib/api/ledger';
import type { LedgerWords } from './ledger-words';
import { Traced } from './traced';
import { useMoney } from './use-money';

type Props = { page: LedgerPage; words: LedgerWords };

/** The one figure, and under it the same in every unit. */
export function Headline({ page, words }: Props) {
  const format = useFormat();
  const { needed, everything, leftOut, share } = page.totals;
  const { bytes: made } = page.madeOf;
  const parts = made.first.map((table) => ({ name: words.table(table), amount: format.bytes(table.needed) }));
  const useCases = page.lists.useCases.count;
  return (
    <section aria-labelledby="ledger-headline" className="rounded-lg border bg-surface px-5 pt-4 pb-5 shadow-card">
      <h2 id="ledger-headline" className="text-balance font-semibold text-xl tracking-[-0.02em]">
        {format.bytes(leftOut.bytes)} of {format.bytes(everything.bytes)} need not move
      </h2>
      <p className="mt-1 text-fg-2 text-sm">
        {useCases === 0 ? (
          'No use case needs anything of the sources yet.'
        ) : (
          <>
            {useCases === 1 ? 'One use case needs' : `${format.number(useCases)} use cases need`}{' '}
            <Traced about="The tables it is made of" parts={parts} inAll={made.count}>
              {format.bytes(needed.bytes)}
            </Traced>
            {share !== null && <>, {format.percent(share)} of all bytes</>}. The rest can stay where it is.
          </>
        )}
      </p>
      <Meter
        share={share ?? 0}
        label={`Needed: ${format.bytes(needed.bytes)} of ${format.bytes(everything.bytes)}`}
        className="mt-3 h-2"
      />
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3 xl:grid-cols-5">
        <Fact term={`${words.column}s`} page={page} words={words} unit="columns" />
        <Fact term="tables" page={page} words={words} unit="tables" />
        <Fact term="rows" page={page} words={words} unit="rows" />
        <div>
          <dt className="text-fg-3 text-xs">Stored on the way</dt>
          <dd className="mt-0.5 text-sm tabular-nums">
            <Traced
              about={`Copies kept by products that store, by role. Copying everything ${page.copies} times would keep ${format.bytes(everything.storedBytes)}.`}
              parts={page.alignments.map(({ key, storedBytes }) => ({
                name: `${key ?? ''} products`,
                amount: format.bytes(storedBytes.needed),
              }))}
            >
              {format.bytes(needed.storedBytes)}
            </Traced>{' '}
            <span className="text-fg-2">of {format.bytes(everything.storedBytes)}</span>
          </dd>
        </div>
        <MoneyFact page={page} />
      </dl>
    </section>
  );
}

type Unit = 'columns' | 'tables' | 'rows';
type FactProps = { term: string; page: LedgerPage; words: LedgerWords; unit: Unit };

/** One unit of what is needed, and the tables that it adds up; of tables, what is needed of each. */
function Fact({ term, page, words, unit }: FactProps) {
  const format = useFormat();
  const { needed, everything } = page.totals;
  const made = page.madeOf[unit === 'rows' ? 'rows' : 'columns'];
  const aside = unit === 'tables' ? ` ${words.column}s` : '';
  const parts = made.first.map((table) => ({
    name: words.table(table),
    amount: `${format.number(table.needed)} of ${format.number(table.of)}${aside}`,
  }));
  return (
    <div>
      <dt className="text-fg-3 text-xs">Needed {term}</dt>
      <dd className="mt-0.5 text-sm tabular-nums">
        <Traced about="Table by table" parts={parts} inAll={made.count}>
          {format.number(needed[unit])}
        </Traced>{' '}
        <span className="text-fg-2">of {format.number(everything[unit])}</span>
      </dd>
    </div>
  );
}

function MoneyFact({ page }: { page: LedgerPage }) {
  const money = useMoney(page.currency);
  const { needed, everything } = page.totals;
  return (
    <div>
      <dt className="text-fg-3 text-xs">Cost of one load and one month</dt>
      <dd className="mt-0.5 text-sm tabular-nums">
        {needed.money === null || everything.money === null ? (
          <span className="text-fg-2">No prices are stated</span>
        ) : (
          <>
            <Traced
              about="By the workspace’s prices"
              parts={[
                ['Storage for a month', needed.money.storage, everything.money.storage] as const,
                ['Computation, once', needed.money.compute, everything.money.compute] as const,
                ['Transfer out, once', needed.money.egress, everything.money.egress] as const,
              ].map(([name, ours, all]) => ({
                name,
                amount: ours === null || all === null ? 'no price' : `${money(ours)} of ${money(all)}`,
              }))}
            >
              {money(needed.money.total)}
            </Traced>{' '}
            <span className="text-fg-2">of {money(everything.money.total)}</span>
          </>
        )}
      </dd>
    </div>
  );
}
