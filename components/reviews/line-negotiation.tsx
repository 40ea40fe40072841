'use client';

import { Fragment, type ReactNode } from 'react';
import { describeValue } from '@/components/catalog/describe-value';
import { useFormat } from '@/components/shell/use-format';
import { TextLink } from '@/components/ui/text-link';
import type { AskPageLine } from '@/lib/api/asks';
import type { Named } from '@/lib/api/named';
import { joinWords } from '@/lib/base/join-words';
import { firstFew, nameFew } from '@/lib/base/name-few';
import { askKey, entityOfTarget } from '@/lib/reviews/ask-key';
import { valuesOf } from '@/lib/reviews/counter-value';
import { CounterConsequence } from './counter-consequence';

/** What both sides have said about a line, what it waits for, and who else needs it: one sentence each. */
export function LineNegotiation({ line }: { line: AskPageLine }) {
  const format = useFormat();
  const { counter, question, deferredUntil, delegate, waitsOn, bound, agreed, state } = line;
  const isOffer = state === 'countered';
  const waiting = firstFew(waitsOn);
  const said: { key: string; words: ReactNode }[] = [];
  if (counter && (isOffer || state === 'agreed' || agreed))
    said.push({
      key: 'counter',
      words: (
        <>
          {isOffer ? '' : 'Agreed: '}
          <b className="font-medium text-fg">{amount(line, counter.value)}</b> instead of{' '}
          {amount(line, line.asked ?? line.value)}
          {counter.date && ` from ${format.calendarDay(counter.date)}`}, offered by{' '}
          <b className="font-medium text-fg">{counter.by.name}</b>
          {agreed && !isOffer && (
            <>
              , agreed to by <b className="font-medium text-fg">{agreed.by.name}</b> ·{' '}
              <time dateTime={agreed.at}>{format.moment(agreed.at)}</time>
            </>
          )}
          {counter.reason && <q className="block text-fg">{counter.reason}</q>}
        </>
      ),
    });
  if (question) said.push({ key: 'question', words: <q className="text-fg">{question}</q> });
  if (deferredUntil) said.push({ key: 'deferred', words: `Put off until ${format.calendarDay(deferredUntil)}` });
  if (delegate)
    said.push({
      key: 'delegate',
      words: (
        <>
          Handed to <b className="font-medium text-fg">{delegate.name}</b>
        </>
      ),
    });
  if (waitsOn.length > 0)
    said.push({
      key: 'waits',
      words: (
        <>
          Waits on{' '}
          {waiting.told.map(({ ask, product, wouldBe }, index) => (
            <Fragment key={ask}>
              {index > 0 && ', '}
              <TextLink href={`/inbox?ask=${encodeURIComponent(ask)}`}>{product.name}</TextLink>
              {wouldBe !== null && `, which would make it ${amount(line, wouldBe)}`}
            </Fragment>
          ))}
          {waiting.more > 0 && ` and ${waiting.more} more`}: it may still change.
        </>
      ),
    });
  if (bound)
    said.push({
      key: 'bound',
      words: (
        <>
          {nameFew(bound.binding.map(nameOf))} {bound.binding.length === 1 ? 'needs' : 'need'} it most. Without{' '}
          {bound.binding.length === 1 ? 'it' : 'them'}, {nameFew(bound.others.map(nameOf))} would{' '}
          {bound.without === null ? 'not need it' : `need ${amount(line, bound.without)}`}.
        </>
      ),
    });
  if (said.length === 0) return null;
  return (
    <ul className="mt-1 space-y-0.5 text-fg-2 text-xs">
      {said.map(({ key, words }) => (
        <li key={key}>{words}</li>
      ))}
      {counter && line.actions.includes('agree') && (
        <li className="max-w-[640px] pt-1">
          <CounterConsequence askKey={keyOf(line)} lines={[line]} value={counter.value} date={counter.date ?? ''} />
        </li>
      )}
    </ul>
  );
}

function keyOf({ because, product, target }: AskPageLine): string {
  return askKey({ consumer: because[0]?.consumer ?? '', product, entity: entityOfTarget(target) });
}

function amount(line: AskPageLine, value: AskPageLine['value']): string {
  return describeValue(line.kind, value, line.rule) ?? joinWords(valuesOf(value) ?? []);
}

function nameOf({ name }: Named): string {
  return name;
}
