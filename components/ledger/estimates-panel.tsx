import { MoreRows } from '@/components/shell/more-rows';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import { Panel } from '@/components/ui/panel';
import type { LedgerPage } from '@/lib/api/ledger';
import { describeEstimate } from '@/lib/engine/ledger/describe-estimate';
import { useLedgerRows } from './use-ledger-rows';

/** What the figures rest on that nobody measured. */
export function EstimatesPanel({ page }: { page: LedgerPage }) {
  const vocabulary = useVocabulary();
  const { rows, words, more } = useLedgerRows(page, 'estimates', (lists) => lists.estimates);
  const told = rows.map((estimate) => describeEstimate(estimate, vocabulary, words.table));
  return (
    <Panel title="How it is counted">
      <ul className="list-disc space-y-1 pl-4 text-fg-2 text-sm">
        <li>Rows are those of whole tables: filters and how far back one looks are not counted in.</li>
        <li>A GB is 1,000,000,000 bytes, a TB a thousand of those.</li>
        {told.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <MoreRows {...more} className="-mx-4 mt-2" />
    </Panel>
  );
}
