'use client';

import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { Said } from '@/components/shell/said';
import { useFormat } from '@/components/shell/use-format';
import { TextLink } from '@/components/ui/text-link';
import type { AskPage } from '@/lib/api/asks';
import { AskChanges } from './ask-changes';
import { AskStateMark, askStateWords } from './ask-state-mark';

export function AskHeader({ ask }: { ask: AskPage }) {
  const format = useFormat();
  return (
    <header>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-fg-2 text-sm">
        <AlignmentIcon alignment={ask.product.alignment} className="size-3.5" />
        <TextLink href={`/catalog/${ask.product.key}`} className="text-fg-2 no-underline hover:text-fg hover:underline">
          {ask.product.name}
        </TextLink>
        <span aria-hidden="true" className="text-fg-3">
          ·
        </span>
        <span className="inline-flex items-center gap-1.5">
          <AskStateMark state={ask.state} />
          <span aria-hidden="true">{askStateWords[ask.state]}</span>
        </span>
      </p>
      <h2 className="mt-1.5 text-balance font-semibold text-xl tracking-[-0.02em]">
        <Said>{ask.title}</Said>
      </h2>
      <p className="mt-1 text-fg-2 text-sm">
        for <TextLink href={`/catalog/${ask.consumer.key}`}>{ask.consumer.name}</TextLink>
        {ask.consumer.owner && ` (${ask.consumer.owner.name})`}
        {ask.askedBy && ` · asked by ${ask.askedBy.name}`}
        {ask.through && (
          <>
            , through {ask.through.by.name}’s {ask.through.how === 'agreement' ? 'agreement with' : 'change of'}{' '}
            <TextLink href={`/catalog/${ask.through.product.key}`}>{ask.through.product.name}</TextLink>
          </>
        )}{' '}
        · <time dateTime={ask.since}>{format.moment(ask.since)}</time>
        {ask.team && ask.state === 'open' && ` · for ${ask.team.name} to decide`}
      </p>
      {ask.why && <q className="mt-2 block max-w-[68ch] text-pretty">{ask.why}</q>}
      <p className="-ml-2 mt-1">
        <AskChanges askKey={ask.key} />
      </p>
    </header>
  );
}
