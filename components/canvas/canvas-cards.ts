import { isSameList } from '@/components/editor/is-same-list';
import { baseMeasuresOf } from '@/lib/model/base-measures';
import { editedBetween } from '@/lib/model/edit-trail';
import { attributesIn, indexModel, recordAt } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';

/**
 * What stands on the canvas, by id only: cards read their own records. Renaming a field leaves this list as it is, so
 * the canvas itself is not told.
 */
export type CanvasCard =
  | {
      readonly kind: 'entity';
      readonly id: RecordId;
      readonly fieldIds: readonly RecordId[];
      /** Only some of its fields are drawn, or none. */
      readonly isPart: boolean;
    }
  | {
      readonly kind: 'metric';
      readonly id: RecordId /** The entity it measures first. */;
      readonly homeId: RecordId | null;
    };

let last: { document: ModelDocument; cards: readonly CanvasCard[] } | null = null;

/** The cards of a document; every card that is as it was is the same object as before. */
export function cardsOf(document: ModelDocument): readonly CanvasCard[] {
  if (last?.document === document) return last.cards;
  if (last && isSameCards(last.document, document)) {
    last = { document, cards: last.cards };
    return last.cards;
  }
  const known = new Map(last?.cards.map((card) => [card.id, card]));
  const { entity, metric } = indexModel(document).byKind;
  const made: CanvasCard[] = [
    ...entity.map(({ id }): CanvasCard => {
      const fieldIds = attributesIn(document, id).map((attribute) => attribute.id);
      const before = known.get(id);
      return before?.kind === 'entity' && isSameList(before.fieldIds, fieldIds)
        ? before
        : { kind: 'entity', id, fieldIds, isPart: false };
    }),
    ...metric.map(({ id }): CanvasCard => {
      const homeId = baseMeasuresOf(document, id)[0]?.entityId ?? null;
      const before = known.get(id);
      return before?.kind === 'metric' && before.homeId === homeId ? before : { kind: 'metric', id, homeId };
    }),
  ];
  const cards = last && isSameList(last.cards, made) ? last.cards : made;
  last = { document, cards };
  return cards;
}

/** Edits of words, roles and the like, told at the price of the edit: no card came or went, nor any of its rows. */
function isSameCards(before: ModelDocument, after: ModelDocument): boolean {
  const edited = editedBetween(before, after);
  if (!edited) return false;
  for (const id of edited) {
    const [was, is] = [recordAt(before, id), recordAt(after, id)];
    const kind = (is ?? was)?.kind;
    if (kind === undefined || kind === 'relationship' || kind === 'expectation' || kind === 'driver') continue;
    if (was === null || is === null || was.order !== is.order) return false;
    if (was.kind === 'entity' && is.kind === 'entity') continue;
    if (was.kind === 'attribute' && is.kind === 'attribute' && was.entityId === is.entityId) continue;
    return false;
  }
  return true;
}
