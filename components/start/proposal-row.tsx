'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Gauge, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { toast } from 'sonner';
import { aggregationWords } from '@/components/canvas/aggregation-words';
import { FieldIcon } from '@/components/canvas/field-icon';
import { useEditor } from '@/components/editor/editor-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { InlineChoice } from '@/components/inspector/inline-choice';
import { bringMetric } from '@/components/studio/bring-metric';
import { type ExistingProductTree, offeredFromTree } from '@/components/studio/offered-from-tree';
import type { Proposal } from '@/lib/api/proposals';
import { draftQuery } from '@/lib/client/draft';
import type { RecordId } from '@/lib/model/records';
import { midSentence, pluralOf } from '@/lib/model/words-for';
import { AnswerRow } from './answer-row';
import { takeIn } from './take-in';
import { datesOf, firstTaking, type Taking, takenAggregations } from './taking';
import { useTake } from './use-take';

type Props = {
  proposal: Proposal;
  productKey: string;
  tree: readonly ExistingProductTree[];
  answer: RecordId | 'skipped' | null;
  onDecide: (how: RecordId | 'skipped') => void;
};

/** One record of the catalog, where it is, why it is proposed, and what a yes would draw. */
export function ProposalRow({ proposal, productKey, tree, answer, onDecide }: Props) {
  const { hit } = proposal;
  const editor = useEditor();
  const client = useQueryClient();
  const take = useTake();
  const product = tree.find((one) => one.product.key === hit.product.key);
  const offered = product && hit.entity !== null ? offeredFromTree(product, hit.entity) : null;
  const [taking, setTaking] = useState<Taking | null>(() => offered && firstTaking(proposal, offered));
  const entityLabel = product?.entities.find(({ name }) => name === hit.entity)?.label ?? null;

  const add = async () => {
    if (hit.kind === 'metric') {
      const { records } = await client.fetchQuery({ ...draftQuery(hit.product.key), staleTime: 0 });
      const model = { schemaVersion: 1 as const, records: Object.fromEntries(records.map((one) => [one.id, one])) };
      take(`Bring ${hit.label} in`, (document) => {
        const brought = bringMetric(document, { product: hit.product.key, model, name: hit.name }, newRecordId);
        return { document: brought?.document ?? document, shownId: brought?.metricId ?? null };
      });
    } else if (taking) {
      take(`Take ${taking.number?.words ?? hit.label} in`, (document) =>
        takeIn(document, taking, { newId: newRecordId, productKey }),
      );
    } else return;
    const [shown] = editor.get().selection;
    if (shown !== undefined) onDecide(shown);
  };
  return (
    <AnswerRow
      icon={iconOf(proposal)}
      title={
        <>
          {entityLabel !== null && hit.kind === 'attribute' && <span className="text-fg-2">{entityLabel} › </span>}
          {hit.label}
        </>
      }
      name={hit.label}
      source={`in ${hit.product.name}, because it is ${hit.why}`}
      answer={answer}
      onYes={() =>
        void add().catch((error: unknown) =>
          toast.error('This could not be taken in', { description: error instanceof Error ? error.message : '' }),
        )
      }
      onNo={() => onDecide('skipped')}
    >
      {taking?.number && (
        <NumberWords proposal={proposal} taking={taking} rows={entityLabel ?? ''} onChange={setTaking} />
      )}
    </AnswerRow>
  );
}

type NumberProps = { proposal: Proposal; taking: Taking; rows: string; onChange: (taking: Taking) => void };

/** The number as the sentence it would be, with its words to choose before it is drawn. */
function NumberWords({ proposal: { hit }, taking, rows, onChange }: NumberProps) {
  const { number, offered, attribute } = taking;
  if (!number) return null;
  const dates = datesOf(offered);
  const choices = takenAggregations(hit.role);
  const field = hit.role === null ? null : { role: hit.role };
  const all = midSentence(pluralOf(rows));
  const named = hit.role === 'flag' ? `${all} that are ${midSentence(hit.label)}` : midSentence(hit.label);
  const ofWhat = attribute === null ? all : named;
  return (
    <p className="mt-1.5 text-fg-2 text-xs leading-7">
      It will be{' '}
      {choices.length === 1 ? (
        aggregationWords(number.aggregation, field)
      ) : (
        <InlineChoice
          label="How it is added up"
          value={number.aggregation}
          onChange={(aggregation) => onChange({ ...taking, number: { ...number, aggregation } })}
          options={choices.map((value) => ({ value, label: aggregationWords(value, field) }))}
        />
      )}{' '}
      of {ofWhat}
      {dates.length > 0 ? (
        <>
          , by{' '}
          <InlineChoice
            label="By which date"
            value={number.time}
            onChange={(time) => onChange({ ...taking, number: { ...number, time } })}
            options={dates.map(({ name, label }) => ({ value: name, label: midSentence(label ?? name) }))}
          />
        </>
      ) : (
        '. It has no date yet to be shown by'
      )}
      .
    </p>
  );
}

function iconOf({ hit }: Proposal): ReactNode {
  switch (hit.kind) {
    case 'entity':
      return <Table2 className="size-3.5 text-fg-3" strokeWidth={1.75} aria-hidden="true" />;
    case 'metric':
      return <Gauge className="size-3.5 text-accent-text" strokeWidth={1.75} aria-hidden="true" />;
    case 'attribute':
      return <FieldIcon role={hit.role ?? 'text'} isKey={false} />;
  }
}
