import { useFormat } from '@/components/shell/use-format';
import { Meter } from '@/components/ui/meter';
import type { Ledger } from '@/lib/engine/ledger/ledger';
import type { LedgerWords } from './ledger-words';
import { Traced } from './traced';
import { useMoney } from './use-money';

type Props = { ledger: Ledger; words: LedgerWords };

/** The one figure, and under it the same in every unit. */
export function Headline({ ledger, words }: Props) {
  const format = useFormat();
  const { needed, everything, leftOut, share } = ledger.totals;
  const parts = ledger.tables
    .filter((line) => line.needed.bytes > 0)
    .sort((a, b) => b.needed.bytes - a.needed.bytes)
    .map((line) => ({ name: words.table(line), amount: format.bytes(line.needed.bytes) }));
  return (
    <section aria-labelledby="ledger-headline" className="rounded-lg border bg-surface px-5 pt-4 pb-5 shadow-card">
      <h2 id="ledger-headline" className="text-balance font-semibold text-xl tracking-[-0.02em]">
        {format.bytes(leftOut.bytes)} of {format.bytes(everything.bytes)} need not move
      </h2>
      <p className="mt-1 text-fg-2 text-sm">
        {ledger.useCases.length === 0 ? (
          'No use case needs anything of the sources yet.'
        ) : (
          <>
            {ledger.useCases.length === 1
              ? 'One use case needs'
              : `${format.number(ledger.useCases.length)} use cases need`}{' '}
            <Traced about="The tables it is made of" parts={parts}>
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
      <dl className="mt-4 grid grid-cols-2 items-end gap-x-6 gap-y-3 sm:grid-cols-3 lg:grid-cols-5">
        <Fact term={`${words.column}s`} ledger={ledger} words={words} unit="columns" />
        <Fact term="tables" ledger={ledger} words={words} unit="tables" />
        <Fact term="rows" ledger={ledger} words={words} unit="rows" />
        <div>
          <dt className="text-fg-3 text-xs">Stored on the way</dt>
          <dd className="mt-0.5 text-sm tabular-nums">
            <Traced
              about={`Copies kept by products that store, by role. Copying everything ${ledger.copies} times would keep ${format.bytes(everything.storedBytes)}.`}
              parts={ledger.alignments.map(({ key, storedBytes }) => ({
                name: `${key ?? ''} products`,
                amount: format.bytes(storedBytes.needed),
              }))}
            >
              {format.bytes(needed.storedBytes)}
            </Traced>{' '}
            <span className="text-fg-2">of {format.bytes(everything.storedBytes)}</span>
          </dd>
        </div>
        <MoneyFact ledger={ledger} />
      </dl>
    </section>
  );
}

type Unit = 'columns' | 'tables' | 'rows';
type FactProps = { term: string; ledger: Ledger; words: LedgerWords; unit: Unit };

/** One unit of what is needed, and the tables that it adds up; of tables, what is needed of each. */
function Fact({ term, ledger, words, unit }: FactProps) {
  const format = useFormat();
  const { needed, everything } = ledger.totals;
  const [told, of] = unit === 'tables' ? (['columns', words.column] as const) : ([unit, ''] as const);
  const parts = ledger.tables
    .filter((line) => line.needed[unit] > 0)
    .sort((a, b) => b.needed[told] - a.needed[told])
    .map((line) => ({
      name: words.table(line),
      amount: `${format.number(line.needed[told])} of ${format.number(line.everything[told])}${of === '' ? '' : ` ${of}s`}`,
    }));
  return (
    <div>
      <dt className="text-fg-3 text-xs">Needed {term}</dt>
      <dd className="mt-0.5 text-sm tabular-nums">
        <Traced about="Table by table" parts={parts}>
          {format.number(needed[unit])}
        </Traced>{' '}
        <span className="text-fg-2">of {format.number(everything[unit])}</span>
      </dd>
    </div>
  );
}

function MoneyFact({ ledger }: { ledger: Ledger }) {
  const money = useMoney(ledger.currency);
  const { needed, everything } = ledger.totals;
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
