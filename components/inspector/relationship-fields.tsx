'use client';

import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { cardinalityOptions } from '@/components/canvas/cardinality-words';
import { useEditor } from '@/components/editor/editor-context';
import { useLabel, useRecord } from '@/components/editor/use-record';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { toName } from '@/lib/model/edits/free-name';
import { setRole } from '@/lib/model/edits/set-role';
import type { RecordId, RelationshipRecord } from '@/lib/model/records';
import { midSentence } from '@/lib/model/words-for';
import { useSetFields } from './use-set-fields';

type Props = {
  id: RecordId /** With the words on the line, which the inspector has as its title. */;
  hasWords?: boolean;
};

/** How two things belong together: in the inspector, and in place on the canvas. */
export function RelationshipFields({ id, hasWords = false }: Props) {
  const line = useRecord('relationship', id);
  return line ? <Fields line={line} hasWords={hasWords} /> : null;
}

function Fields({ line, hasWords }: { line: RelationshipRecord; hasWords: boolean }) {
  const verbs = useCanvasVerbs();
  const set = useSetFields();
  const from = useLabel(line.from.entityId);
  const to = useLabel(line.to.entityId);
  const { canEdit } = verbs.editor;
  return (
    <div className="space-y-3">
      {hasWords && (
        <Typed
          label="Words on the line"
          value={line.label}
          placeholder="places, belongs to…"
          onChange={(words) => verbs.finishNaming(line.id, words, 'leave')}
        />
      )}
      <Field label="How many" error={line.cardinality === null ? 'Say how many belong together.' : null}>
        <Select
          value={line.cardinality}
          onChange={(cardinality) => verbs.setCardinality(line.id, cardinality)}
          isDisabled={!canEdit}
          placeholder="not said yet"
          options={cardinalityOptions({ from, to })}
        />
      </Field>
      <Switch
        label={`Some ${midSentence(from)} rows have no ${midSentence(to)}`}
        isOn={line.optional}
        isDisabled={!canEdit}
        onChange={(optional) => set('relationship', line.id, 'Change whether it may be missing', { optional })}
      />
      <Typed
        label="Role, where there are several lines"
        value={line.role}
        placeholder="billing, delivery…"
        onChange={(words) => {
          const role = words === '' ? null : toName(words, 'role');
          verbs.editor.edit('Change the role of a line', (document) =>
            setRole(document, { relationshipId: line.id, role }),
          );
        }}
      />
    </div>
  );
}

type TypedProps = { label: string; value: string | null; placeholder: string; onChange: (typed: string) => void };

/** Taken over when it is left or Enter is pressed: a role half typed would be a name that nothing answers to. */
function Typed({ label, value, placeholder, onChange }: TypedProps) {
  const { canEdit } = useEditor();
  const take = (typed: string) => {
    if (typed.trim() !== (value ?? '')) onChange(typed.trim());
  };
  return (
    <Field label={label}>
      <Input
        key={value ?? ''}
        defaultValue={value ?? ''}
        placeholder={placeholder}
        readOnly={!canEdit}
        onBlur={(event) => take(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget.value);
        }}
      />
    </Field>
  );
}
