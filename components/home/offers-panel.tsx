'use client';

import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { useFirstRows } from '@/components/ui/use-first-rows';
import type { HomeOffer } from '@/lib/api/home';
import { countOf } from '@/lib/base/count-of';
import { joinWords } from '@/lib/base/join-words';
import { HomeRow } from './home-row';

const SHOWN_FIRST = 8;
const NAMED_MAX = 4;

/** What my teams offer: who relies on it, what is asked of it against what it promises, and who waits for a word. */
export function OffersPanel({ offers }: { offers: readonly HomeOffer[] }) {
  const format = useFormat();
  const { shown, rest, showMore } = useFirstRows([...offers].sort(byTrouble), SHOWN_FIRST);
  return (
    <Panel title="Who relies on you" note={format.number(offers.length)} isBare>
      <ul>
        {shown.map((offer) => (
          <HomeRow
            key={offer.key}
            href={`/catalog/${offer.key}`}
            start={<AlignmentIcon alignment={offer.alignment} />}
            title={offer.name}
            end={
              offer.unanswered > 0 && (
                <Badge tone="warn">
                  {offer.unanswered} unanswered
                  {offer.waitingSince !== null && ` since ${format.day(offer.waitingSince)}`}
                </Badge>
              )
            }
          >
            {offer.reliedOnBy.length === 0
              ? 'Nobody needs anything of it.'
              : `${whoInWords(offer)} · ${askedInWords(offer)}`}
          </HomeRow>
        ))}
      </ul>
      <MoreRows rest={rest} onMore={showMore} />
    </Panel>
  );
}

/** Whom somebody waits for first, then what falls short; else as they come. */
function byTrouble(a: HomeOffer, b: HomeOffer): number {
  return b.unanswered - a.unanswered || b.unmet - a.unmet;
}

function whoInWords({ reliedOnBy }: HomeOffer): string {
  if (reliedOnBy.length > NAMED_MAX) return countOf(reliedOnBy.length, 'consumer');
  return joinWords(reliedOnBy.map(({ name }) => name));
}

function askedInWords({ lines, unmet }: HomeOffer): string {
  const asked = countOf(lines, 'thing asked', 'things asked');
  return unmet === 0 ? `${asked}, all promised` : `${asked}, ${unmet} more than promised`;
}
