import { MessageSquareReply } from 'lucide-react';
import { splitTitle } from '@/components/reviews/split-title';
import { TextLink } from '@/components/ui/text-link';
import type { Preview } from '@/lib/api/preview';

type Ask = Preview['asks'][number];

const WORDS: { readonly [S in Ask['state']]?: string } = {
  answering: 'offers something else for',
  declined: 'said no to',
  deferred: 'put off',
  partly: 'answered in part to',
};

/** What came back from those who were asked and is not simply a yes: whoever draws hears of it where she draws. */
export function Answers({ asks }: { asks: readonly Ask[] }) {
  const answered = asks.filter(({ state }) => WORDS[state] !== undefined);
  if (answered.length === 0) return null;
  return (
    <ul aria-label="Answers" className="mt-2 space-y-1">
      {answered.map(({ key, team, product, title, state }) => (
        <li key={key} className="flex items-start gap-2 text-sm">
          <MessageSquareReply className="mt-[3px] size-3.5 shrink-0 text-warn" strokeWidth={1.85} aria-hidden="true" />
          <span className="min-w-0 flex-1">
            {team?.name ?? product.name} {WORDS[state]} {splitTitle(title).subject}.{' '}
            <TextLink href={`/inbox?ask=${encodeURIComponent(key)}`}>Read it</TextLink>
          </span>
        </li>
      ))}
    </ul>
  );
}
