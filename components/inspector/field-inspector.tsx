'use client';

import { Gauge, Link2, Trash2 } from 'lucide-react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { ROLE_WORDS } from '@/components/canvas/field-icon';
import { useRecord } from '@/components/editor/use-record';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { setFields } from '@/lib/model/edits/set-fields';
import type { AttributeRecord, RecordId } from '@/lib/model/records';
import { CLASSIFICATIONS } from './classifications';
import { ComesFrom } from './comes-from';
import { CoverageLine } from './coverage-line';
import { FieldMeaning } from './field-meaning';
import { InspectorHead } from './inspector-head';
import { InspectorSection } from './inspector-section';
import { NeedsOn } from './needs-on';
import { TextField } from './text-field';
import { useSetFields } from './use-set-fields';
import { UsedBy } from './used-by';

type Props = { id: RecordId; productKey: string };

export function FieldInspector({ id, productKey }: Props) {
  const field = useRecord('attribute', id);
  const entity = useRecord('entity', field?.entityId ?? null);
  const verbs = useCanvasVerbs();
  const set = useSetFields();
  if (!field || !entity) return null;
  const isKey = entity.grain.includes(id);
  return (
    <>
      <InspectorHead
        id={id}
        kind={isKey ? 'Field that identifies a row' : ROLE_WORDS[field.role]}
        productKey={productKey}
      >
        <CoverageLine id={id} />
      </InspectorHead>
      <InspectorSection title="What it is">
        <div className="space-y-2.5">
          <FieldMeaning field={field} />
          <Switch
            label="Identifies a row"
            isOn={isKey}
            onChange={() => verbs.toggleKey(id)}
            isDisabled={!verbs.editor.canEdit}
          />
          <TextField
            label="In words"
            value={field.description}
            placeholder="What people mean by it"
            words="Describe a field"
            write={(document, description) => setFields(document, { kind: 'attribute', id, fields: { description } })}
          />
          <Field label="Who may see it">
            <Select
              value={field.classification ?? 'none'}
              isDisabled={!verbs.editor.canEdit}
              onChange={(value) =>
                set('attribute', id, 'Change who may see it', { classification: value === 'none' ? null : value })
              }
              options={CLASSIFICATIONS}
            />
          </Field>
        </div>
      </InspectorSection>
      <ComesFrom field={field} entity={entity} productKey={productKey} />
      <NeedsOn id={id} rules={needsFor(field)} />
      <UsedBy id={id} productKey={productKey} />
      {verbs.editor.canEdit && (
        <div className="flex gap-2 border-t px-4 py-3">
          <Button
            icon={Gauge}
            onClick={(event) => {
              const { left, top } = event.currentTarget.getBoundingClientRect();
              verbs.draw({ entityId: field.entityId, attributeId: id, at: { x: left - 380, y: top }, dropAt: null });
            }}
          >
            Draw a metric
          </Button>
          <Button icon={Link2} onClick={() => verbs.startJoining(id)}>
            Join with…
          </Button>
          <IconButton icon={Trash2} label="Delete" onClick={() => verbs.remove([id])} className="ml-auto" />
        </div>
      )}
    </>
  );
}

function needsFor({ role, type }: AttributeRecord) {
  const common = ['not-null', 'filled', 'unique'] as const;
  if (role === 'number') return [...common, 'range'] as const;
  if (role === 'time' || role === 'flag') return common;
  return type === 'string' ? ([...common, 'in-set', 'pattern'] as const) : ([...common, 'in-set'] as const);
}
