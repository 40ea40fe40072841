'use client';

import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { useFormat } from '@/components/shell/use-format';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import type { HomeOffer } from '@/lib/api/home';
import { countOf } from '@/lib/base/count-of';
import { joinWords } from '@/lib/base/join-words';
import { HomeRow } from './home-row';

/** What my teams offer: who relies on it, what is asked of it against what it promises, and who waits for a word. */
export function OffersPanel({ offers }: { offers: readonly HomeOffer[] }) {
  const format = useFormat();
  return (
    <Panel title="Who relies on you" note={offers.length} isBare>
      <ul>
        {offers.map((offer) => (
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
              : `${joinWords(offer.reliedOnBy.map(({ name }) => name))} · ${askedInWords(offer)}`}
          </HomeRow>
        ))}
      </ul>
    </Panel>
  );
}

function askedInWords({ lines, unmet }: HomeOffer): string {
  const asked = countOf(lines, 'thing asked', 'things asked');
  return unmet === 0 ? `${asked}, all promised` : `${asked}, ${unmet} more than promised`;
}
