import { Panel } from '@/components/ui/panel';
import { describeEstimate } from '@/lib/engine/ledger/describe-estimate';
import type { Ledger } from '@/lib/engine/ledger/ledger';
import type { Vocabulary } from '@/lib/model/vocabulary';
import type { LedgerWords } from './ledger-words';

type Props = { ledger: Ledger; words: LedgerWords; vocabulary: Vocabulary };

/** What the figures rest on that nobody measured. */
export function EstimatesPanel({ ledger, words, vocabulary }: Props) {
  const told = ledger.estimates.map((estimate) => describeEstimate(estimate, vocabulary, words.table));
  return (
    <Panel title="How it is counted">
      <ul className="list-disc space-y-1 pl-4 text-fg-2 text-sm">
        <li>Rows are those of whole tables: filters and how far back one looks are not counted in.</li>
        <li>A GB is 1,000,000,000 bytes, a TB a thousand of those.</li>
        {told.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Panel>
  );
}
