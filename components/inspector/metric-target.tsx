'use client';

import { useState } from 'react';
import { useEditor } from '@/components/editor/editor-context';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { setFields } from '@/lib/model/edits/set-fields';
import type { MetricRecord } from '@/lib/model/records';

/** The unit a metric is read in, and the value it should reach. */
export function MetricTarget({ metric }: { metric: MetricRecord }) {
  const editor = useEditor();
  const [typed, setTyped] = useState<string | null>(null);
  const write = (fields: Partial<Pick<MetricRecord, 'unit' | 'target'>>) =>
    editor.edit('Change how a metric is read', (document) =>
      setFields(document, { kind: 'metric', id: metric.id, fields }),
    );
  const isWrong = typed !== null && typed.trim() !== '' && !Number.isFinite(Number(typed));
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label="Unit">
        <Input
          value={metric.unit ?? ''}
          placeholder="BRL, %"
          readOnly={!editor.canEdit}
          onFocus={() => editor.begin('Change the unit')}
          onBlur={() => editor.commit()}
          onChange={(event) => write({ unit: event.target.value === '' ? null : event.target.value })}
        />
      </Field>
      <Field label="Target" error={isWrong ? 'A number.' : null}>
        <Input
          value={typed ?? (metric.target === null ? '' : String(metric.target))}
          placeholder="none"
          inputMode="decimal"
          readOnly={!editor.canEdit}
          onFocus={() => editor.begin('Change the target')}
          onBlur={() => {
            setTyped(null);
            editor.commit();
          }}
          onChange={(event) => {
            const text = event.target.value;
            setTyped(text);
            if (text.trim() === '') write({ target: null });
            else if (Number.isFinite(Number(text))) write({ target: Number(text) });
          }}
        />
      </Field>
    </div>
  );
}
