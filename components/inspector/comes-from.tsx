'use client';

import { useQuery } from '@tanstack/react-query';
import { Link2, Unlink } from 'lucide-react';
import { useOrigin } from '@/components/canvas/origins-context';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { useLabel } from '@/components/editor/use-record';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import type { CandidateOffer } from '@/lib/api/candidates';
import { candidatesQuery } from '@/lib/client/candidates';
import { bindAttribute, canBind } from '@/lib/model/edits/bind-attribute';
import type { AttributeRecord, EntityRecord } from '@/lib/model/records';
import { InspectorSection } from './inspector-section';
import { useSetFields } from './use-set-fields';

const SHOWN = 4;
const REASONS_SHOWN = 2;

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

const selectIsSaved = (state: EditorState) => state.saving.state === 'saved';

/** Asked of the saved draft: what is not saved yet, the catalog cannot know of. */
function Candidates({ field, entity, productKey }: Props) {
  const label = useLabel(field.id);
  const entityLabel = useLabel(entity.id);
  const editor = useEditor();
  const isSaved = useEditorValue(selectIsSaved);
  const asked = JSON.stringify([label, entityLabel, field.synonyms, field.type, field.role, field.unit]);
  const { data, error } = useQuery({ ...candidatesQuery(productKey, field.id, asked), enabled: isSaved });
  if (error) return <p className="text-fg-2 text-sm">The catalog could not be asked. {error.message}</p>;
  if (!data) return <Skeleton className="h-3 w-3/4" />;
  const fitting = data.candidates.filter((offer) => canBind(entity, entityRef(offer)));
  const [elsewhere] = data.candidates;
  if (fitting.length === 0)
    return (
      <p className="text-fg-2 text-sm">
        {elsewhere
          ? `${elsewhere.product.name} › ${elsewhere.entity.label} › ${elsewhere.attribute?.label ?? label} might be it, but ${entityLabel} does not come from there. When you send upstream, whoever offers ${entityLabel} is asked to bring it in.`
          : 'Nobody seems to offer this. When you send upstream, whoever is nearest is asked for it.'}
      </p>
    );
  const take = (offer: CandidateOffer) => {
    const { attribute } = offer;
    if (attribute === null) return;
    editor.edit(`Take ${label} from ${offer.product.name}`, (document) =>
      bindAttribute(document, {
        id: field.id,
        ref: entityRef(offer),
        offered: { ...attribute, synonyms: [], nullable: true },
      }),
    );
  };
  return (
    <>
      <p className="mb-1.5 text-fg-2 text-xs">This might be it:</p>
      <ul className="space-y-1">
        {fitting.slice(0, SHOWN).map((offer) => (
          <li key={offer.ref} className="flex items-start gap-2 rounded-md border bg-surface px-2 py-1.5">
            <span className="min-w-0 flex-1 text-sm">
              {offer.product.name} <span className="text-fg-3">›</span> {offer.attribute?.label}
              <span className="block text-fg-2 text-xs">{offer.reasons.slice(0, REASONS_SHOWN).join('; ')}</span>
              {offer.coverage.of > 1 && (
                <span className="block text-fg-3 text-xs">
                  has {offer.coverage.covered.length} of {offer.coverage.of} fields not yet found here
                </span>
              )}
            </span>
            {editor.canEdit && (
              <Button size="sm" icon={Link2} onClick={() => take(offer)}>
                Use
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function entityRef({ product, entity }: CandidateOffer): string {
  return `${product.key}.${entity.name}`;
}
