'use client';

import { Plus } from 'lucide-react';
import { useEditor } from '@/components/editor/editor-context';
import { ExpressionField } from '@/components/expression/expression-field';
import { Button } from '@/components/ui/button';
import { setFields } from '@/lib/model/edits/set-fields';
import { recordOf } from '@/lib/model/model-index';
import type { ExpectationRecord, ModelDocument } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';

type Props = {
  need: ExpectationRecord;
  place: 'condition' | 'when';
  text: string | undefined;
  productKey: string;
};

const PLACES = { condition: { in: 'condition' }, when: { in: 'when' } } as const;
const WORDS = 'Change what is needed';

/** What must be true, or only of which rows the rest is asked. */
export function RuleCondition({ need, place, text, productKey }: Props) {
  const editor = useEditor();
  const write = (document: ModelDocument, next: string | null): ModelDocument => {
    const rule = recordOf(document, 'expectation', need.id)?.rule;
    if (!rule) return document;
    return setFields(document, {
      kind: 'expectation',
      id: need.id,
      fields: { rule: withCondition(rule, place, next) },
    });
  };
  if (text === undefined)
    return (
      editor.canEdit && (
        <Button
          variant="ghost"
          size="sm"
          icon={Plus}
          onClick={() => editor.edit('Need it only for some rows', (document) => write(document, ''))}
        >
          Only for some rows
        </Button>
      )
    );
  return (
    <ExpressionField
      label={place === 'when' ? 'Only where' : 'In every row'}
      record={need}
      place={PLACES[place]}
      text={text}
      productKey={productKey}
      placeholder={place === 'when' ? "status = 'delivered'" : 'delivered_at >= shipped_at'}
      words={WORDS}
      write={write}
      {...(place === 'when'
        ? { onRemove: () => editor.edit('Need it for every row', (document) => write(document, null)) }
        : {})}
    />
  );
}

function withCondition(rule: ExpectationRule, place: 'condition' | 'when', text: string | null): ExpectationRule {
  if (place === 'condition') return rule.rule === 'holds' && text !== null ? { ...rule, condition: text } : rule;
  if (rule.rule !== 'not-null' && rule.rule !== 'completeness') return rule;
  const { when: _, ...always } = rule;
  return text === null ? always : { ...always, when: text };
}
