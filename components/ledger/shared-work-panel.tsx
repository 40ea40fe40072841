import { useQuery } from '@tanstack/react-query';
import { useFormat } from '@/components/shell/use-format';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Panel } from '@/components/ui/panel';
import { ProblemState } from '@/components/ui/problem-state';
import { TextLink } from '@/components/ui/text-link';
import type { SharedWork } from '@/lib/api/shared-work';
import { countOf } from '@/lib/base/count-of';
import { joinWords } from '@/lib/base/join-words';
import { sharedWorkQuery } from '@/lib/client/shared-work';
import type { LedgerWords } from './ledger-words';

/** What several use cases put together alike, and what one product that does it for all of them would save. */
export function SharedWorkPanel({ words }: { words: Pick<LedgerWords, 'attribute'> }) {
  const work = useQuery(sharedWorkQuery());
  const proposals = work.data?.proposals ?? [];
  return (
    <Panel title="Made more than once" note={work.data ? proposals.length : undefined} isBare>
      {work.isPending && <LoadingRows label="Comparing the use cases" rows={2} />}
      {work.isError && (
        <ProblemState
          title="The use cases could not be compared"
          detail={work.error.message}
          onRetry={() => void work.refetch()}
          isRetrying={work.isFetching}
        />
      )}
      {work.data && proposals.length === 0 && (
        <p className="px-4 pb-3 text-fg-2 text-sm">No two use cases put the same things together for themselves.</p>
      )}
      {proposals.length > 0 && (
        <ul aria-label="Made more than once">
          {proposals.map((proposal) => (
            <Proposal key={proposal.key} proposal={proposal} words={words} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Proposal({
  proposal,
  words,
}: {
  proposal: SharedWork['proposals'][number];
  words: Pick<LedgerWords, 'attribute'>;
}) {
  const format = useFormat();
  const { entities, consumers, attributes, extend, runs, bytes } = proposal;
  const products = [...new Map(entities.map(({ product }) => [product.key, product])).values()];
  return (
    <li className="flex items-start gap-2.5 border-t px-4 py-2 text-sm">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{entities.map(({ label }) => label).join(' with ')}</p>
        <p className="text-fg-2 text-xs">
          {joinWords(consumers.map(({ name }) => name))} each make this from{' '}
          {products.map(({ key, name }, index) => (
            <span key={key}>
              {index > 0 && (index === products.length - 1 ? ' and ' : ', ')}
              <TextLink href={`/catalog/${key}`}>{name}</TextLink>
            </span>
          ))}
          .{' '}
          {extend ? (
            <>
              <TextLink href={`/catalog/${extend.product.key}`}>{extend.product.name}</TextLink> makes it already as{' '}
              {extend.label} and only lacks {words.attribute}s.
            </>
          ) : (
            `One product with ${countOf(attributes, words.attribute)} could make it for all of them.`
          )}
        </p>
      </div>
      <span className="shrink-0 whitespace-nowrap text-right tabular-nums">
        {format.bytes(bytes)}
        <span className="block text-fg-2 text-xs">{runs === 1 ? 'read once less' : `read ${runs} times less`}</span>
      </span>
    </li>
  );
}
