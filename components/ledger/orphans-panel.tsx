import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { OwnerName } from '@/components/catalog/owner-name';
import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { LedgerPage, LedgerProductRow } from '@/lib/api/ledger';
import { countOf } from '@/lib/base/count-of';
import type { LedgerWords } from './ledger-words';
import { useLedgerRows } from './use-ledger-rows';

const NAMED_MAX = 3;

/** Products nobody needs, and products nobody owns. */
export function OrphansPanel({ page }: { page: LedgerPage }) {
  const format = useFormat();
  const { rows, count, words, more } = useLedgerRows(page, 'orphans', (lists) => lists.orphans);
  return (
    <Panel title="Orphans" note={format.number(count)} isBare>
      {count === 0 ? (
        <p className="px-4 pb-3 text-fg-2 text-sm">Every product is needed by a use case and has an owner.</p>
      ) : (
        <ul aria-label="Orphans">
          {rows.map(({ key, name, alignment, owner, bytes, consumers }) => (
            <li key={key} className="flex items-center gap-2.5 border-t px-4 py-2 text-sm">
              <AlignmentIcon alignment={alignment} />
              <span className="min-w-0 flex-1">
                <TextLink href={`/catalog/${key}`}>{name}</TextLink>
                <span className="block text-fg-2 text-xs">
                  {alignment === 'consumer' ? 'A use case' : whoNeeds(consumers, words)} ·{' '}
                  {owner === null ? <OwnerName owner={null} /> : words.team(owner)?.name}
                </span>
              </span>
              <span className="shrink-0 whitespace-nowrap text-right tabular-nums">
                {format.bytes(bytes.of)}
                <span className="block text-fg-2 text-xs">would be carried</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <MoreRows {...more} />
    </Panel>
  );
}

function whoNeeds({ count, first }: LedgerProductRow['consumers'], words: LedgerWords): string {
  if (count === 0) return 'No use case needs it';
  return `Needed by ${count > NAMED_MAX ? countOf(count, 'use case') : first.map(words.product).join(', ')}`;
}
