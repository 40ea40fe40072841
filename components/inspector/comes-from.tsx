'use client';

import { useQuery } from '@tanstack/react-query';
import { Link2, Unlink } from 'lucide-react';
import { useOrigin } from '@/components/canvas/origins-context';
import { useEditor } from '@/components/editor/editor-context';
import { useLabel } from '@/components/editor/use-record';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import type { ExistingHit } from '@/lib/api/what-exists';
import { whatExistsQuery } from '@/lib/client/what-exists';
import { bindAttribute, canBind } from '@/lib/model/edits/bind-attribute';
import type { AttributeRecord, EntityRecord } from '@/lib/model/records';
import { InspectorSection } from './inspector-section';
import { useSetFields } from './use-set-fields';

const SHOWN = 4;

type Props = { field: AttributeRecord; entity: EntityRecord; productKey: string };

/** Where a field comes from, in words; while it is not found, what might be it, each with why. */
export function ComesFrom({ field, entity, productKey }: Props) {
  const origin = useOrigin(entity);
  const entityLabel = useLabel(entity.id);
  const set = useSetFields();
  const editor = useEditor();
  if (field.expression !== null && origin)
    return (
      <InspectorSection
        title="Comes from"
        aside={
          editor.canEdit && (
            <IconButton
              icon={Unlink}
              label="This is not it: let it go"
              size="sm"
              onClick={() => set('attribute', field.id, 'Let go where a field comes from', { expression: null })}
            />
          )
        }
      >
        <p className="text-sm">
          {origin.name} <span className="text-fg-3">›</span> {entityLabel}
        </p>
      </InspectorSection>
    );
  return (
    <InspectorSection title="Not yet found">
      <Candidates field={field} entity={entity} productKey={productKey} />
    </InspectorSection>
  );
}

function Candidates({ field, entity, productKey }: Props) {
  const label = useLabel(field.id);
  const { data, isPending } = useQuery(whatExistsQuery({ product: productKey, q: label }));
  const editor = useEditor();
  if (isPending) return <Skeleton className="h-3 w-3/4" />;
  const fitting = (data?.hits ?? []).filter((hit) => hit.kind === 'attribute' && canBind(entity, entityRef(hit)));
  if (fitting.length === 0)
    return (
      <p className="text-fg-2 text-sm">
        Nobody seems to offer this. When you send upstream, whoever is nearest is asked for it.
      </p>
    );
  const take = (hit: ExistingHit) => {
    if (hit.type === null) return;
    const offered = {
      name: hit.name,
      label: hit.label,
      description: hit.description,
      synonyms: [],
      type: hit.type,
      role: hit.role ?? field.role,
      unit: hit.unit,
      classification: classificationOf(hit),
      nullable: true,
    };
    editor.edit(`Take ${label} from ${hit.product.name}`, (document) =>
      bindAttribute(document, { id: field.id, ref: entityRef(hit), offered }),
    );
  };
  const classificationOf = (hit: ExistingHit) =>
    data?.tree
      .find(({ product }) => product.key === hit.product.key)
      ?.entities.find(({ name }) => name === hit.entity)
      ?.attributes.find(({ name }) => name === hit.name)?.classification ?? null;
  return (
    <>
      <p className="mb-1.5 text-fg-2 text-xs">This might be it:</p>
      <ul className="space-y-1">
        {fitting.slice(0, SHOWN).map((hit) => (
          <li key={hit.ref} className="flex items-start gap-2 rounded-md border bg-surface px-2 py-1.5">
            <span className="min-w-0 flex-1 text-sm">
              {hit.product.name} <span className="text-fg-3">›</span> {hit.label}
              <span className="block truncate text-fg-3 text-xs">{hit.why}</span>
            </span>
            {editor.canEdit && (
              <Button size="sm" icon={Link2} onClick={() => take(hit)}>
                Use
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function entityRef(hit: ExistingHit): string {
  return `${hit.product.key}.${hit.entity ?? ''}`;
}
