'use client';

import { useQuery } from '@tanstack/react-query';
import { ROLE_WORDS } from '@/components/canvas/field-icon';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { Field } from '@/components/ui/field';
import { Select, type SelectOption } from '@/components/ui/select';
import { teamsQuery } from '@/lib/client/teams';
import { type Fields, setFields } from '@/lib/model/edits/set-fields';
import { recordAt } from '@/lib/model/model-index';
import { type AttributeRecord, AttributeRole, type MetricRecord, type RecordId } from '@/lib/model/records';
import { CLASSIFICATIONS } from './classifications';
import { InspectorSection } from './inspector-section';

const selectDocument = (state: EditorState) => state.document;
const ROLES: readonly SelectOption<AttributeRecord['role']>[] = AttributeRole.options.map((value) => ({
  value,
  label: ROLE_WORDS[value],
}));
const DIRECTIONS = [
  { value: 'up', label: 'More is better' },
  { value: 'down', label: 'Less is better' },
] as const;

/** What several fields or several metrics can be told at once; one step of undo for all of them. */
export function SetMany({ ids }: { ids: readonly RecordId[] }) {
  const document = useEditorValue(selectDocument);
  const records = ids.flatMap((id) => recordAt(document, id) ?? []);
  const fields = records.filter((record) => record.kind === 'attribute');
  const metrics = records.filter((record) => record.kind === 'metric');
  if (fields.length === records.length) return <ManyFields fields={fields} />;
  if (metrics.length === records.length) return <ManyMetrics metrics={metrics} />;
  return null;
}

function ManyFields({ fields }: { fields: readonly AttributeRecord[] }) {
  const editor = useEditor();
  const set = (words: string, change: Fields<'attribute'>) =>
    editor.edit(`${words} of ${fields.length} fields`, (model) =>
      fields.reduce((now, { id }) => setFields(now, { kind: 'attribute', id, fields: change }), model),
    );
  return (
    <InspectorSection title="All of them">
      <div className="space-y-2.5">
        <Field label="Who may see them">
          <Select
            value={shared(fields.map(({ classification }) => classification ?? 'none'))}
            placeholder="not all the same"
            onChange={(value) => set('Change who may see it,', { classification: value === 'none' ? null : value })}
            options={CLASSIFICATIONS}
          />
        </Field>
        <Field label="What they are">
          <Select
            value={shared(fields.map(({ role }) => role))}
            placeholder="not all the same"
            onChange={(role) => set('Change what it is,', { role })}
            options={ROLES}
          />
        </Field>
      </div>
    </InspectorSection>
  );
}

function ManyMetrics({ metrics }: { metrics: readonly MetricRecord[] }) {
  const editor = useEditor();
  const { data } = useQuery(teamsQuery());
  const teams = data?.teams.map(({ key, name }) => ({ value: key, label: name })) ?? [];
  const set = (words: string, change: Fields<'metric'>) =>
    editor.edit(`${words} of ${metrics.length} metrics`, (model) =>
      metrics.reduce((now, { id }) => setFields(now, { kind: 'metric', id, fields: change }), model),
    );
  return (
    <InspectorSection title="All of them">
      <div className="space-y-2.5">
        <Field label="Which way is good">
          <Select
            value={shared(metrics.map(({ direction }) => direction))}
            placeholder="not all the same, or not said"
            onChange={(direction) => set('Say which way is good,', { direction })}
            options={DIRECTIONS}
          />
        </Field>
        <Field label="Who answers for them">
          <Select
            value={shared(metrics.map(({ owner }) => owner))}
            placeholder="not all the same, or not said"
            onChange={(owner) => set('Change the owner,', { owner })}
            options={teams}
          />
        </Field>
      </div>
    </InspectorSection>
  );
}

/** What all of them say, or null where they differ. */
function shared<T extends string>(values: readonly (T | null)[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}
