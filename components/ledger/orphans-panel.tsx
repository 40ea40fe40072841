import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { OwnerName } from '@/components/catalog/owner-name';
import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useFirstRows } from '@/components/ui/use-first-rows';
import { countOf } from '@/lib/base/count-of';
import type { Ledger } from '@/lib/engine/ledger/ledger';
import type { LedgerWords } from './ledger-words';

const SHOWN_FIRST = 10;
const NAMED_MAX = 3;

/** Products nobody needs, and products nobody owns. */
export function OrphansPanel({ ledger, words }: { ledger: Ledger; words: LedgerWords }) {
  const format = useFormat();
  const orphans = new Set(ledger.orphans);
  const lines = ledger.products.filter(({ key, owner }) => orphans.has(key) || owner === null);
  const { shown, rest, showMore } = useFirstRows(lines, SHOWN_FIRST);
  return (
    <Panel title="Orphans" note={format.number(lines.length)} isBare>
      {lines.length === 0 ? (
        <p className="px-4 pb-3 text-fg-2 text-sm">Every product is needed by a use case and has an owner.</p>
      ) : (
        <ul aria-label="Orphans">
          {shown.map(({ key, name, alignment, owner, bytes, consumers }) => (
            <li key={key} className="flex items-center gap-2.5 border-t px-4 py-2 text-sm">
              <AlignmentIcon alignment={alignment} />
              <span className="min-w-0 flex-1">
                <TextLink href={`/catalog/${key}`}>{name}</TextLink>
                <span className="block text-fg-2 text-xs">
                  {orphans.has(key) ? 'No use case needs it' : `Needed by ${whoNeeds(consumers, words)}`} ·{' '}
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
      <MoreRows rest={rest} onMore={showMore} />
    </Panel>
  );
}

function whoNeeds(consumers: readonly string[], words: LedgerWords): string {
  if (consumers.length > NAMED_MAX) return countOf(consumers.length, 'use case');
  return consumers.map(words.product).join(', ');
}
