import { toast } from 'sonner';
import type { Point } from '@/components/canvas/box';
import { cardsOf } from '@/components/canvas/canvas-cards';
import type { CanvasVerbs } from '@/components/canvas/canvas-verbs';
import { cardBoxes } from '@/components/canvas/card-boxes';
import { CARD_WIDTH, entityHeight } from '@/components/canvas/card-geometry';
import { freeSpot } from '@/components/canvas/free-spot';
import { newRecordId } from '@/components/editor/new-record-id';
import { bindEntity } from '@/lib/model/edits/bind-entity';
import { attributesIn, indexModel } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { boundAs } from './bound-as';
import { fieldsTaken, readExistingRef } from './existing-ref';
import { type ExistingProductTree, offeredFromTree } from './offered-from-tree';

const NOTHING_UNFOLDED: ReadonlySet<RecordId> = new Set();
/** Between two cards that belong together the words on their line want to be read. */
const LINE_ROOM = 180;

/**
 * Brings what somebody offers onto the canvas, already bound: an entity with its fields, or one field with its entity and
 * key. What is there already only gains what it lacks; what is new joins the area in whose frame it was dropped, and stands
 * beside what it belongs to where nobody said a place. Answers the record to show, or null when there was nothing to bring.
 */
export function bringExisting(
  { editor, areas }: Pick<CanvasVerbs, 'editor' | 'areas'>,
  tree: readonly ExistingProductTree[],
  ref: string,
  { at, isDropped }: { at: Point; isDropped: boolean },
): RecordId | null {
  const wanted = readExistingRef(ref);
  const product = tree.find((candidate) => candidate.product.key === wanted?.product);
  const offered = wanted && product ? offeredFromTree(product, wanted.entity) : null;
  if (!wanted || !offered || !editor.canEdit) return null;

  const attributes = wanted.attribute === null ? fieldsTaken(offered.attributes) : [wanted.attribute];
  const { document, layout } = editor.get();
  const brought = bindEntity(document, { newId: newRecordId, offered, attributes });
  const isNew = !Object.hasOwn(document.records, brought.entityId);
  const label = offered.label ?? offered.name;
  const words = wanted.attribute === null ? `Bring ${label} in` : `Bring a field of ${label} in`;
  const size = { width: CARD_WIDTH, height: entityHeight(attributes.length, false) };
  const boxes = cardBoxes(cardsOf(document), layout, NOTHING_UNFOLDED);
  const relative = isDropped ? null : boxes.get(relatedTo(brought.document, brought.entityId) ?? '');
  const wish = relative ? { x: relative.x + relative.width + LINE_ROOM, y: relative.y } : at;
  editor.begin(words);
  editor.edit(
    words,
    () => brought.document,
    isNew ? [[brought.entityId, freeSpot(wish, size, [...boxes.values()])]] : [],
  );
  if (isNew && isDropped) areas.joinAt(at, brought.entityId);
  editor.commit();

  const shown = wanted.attribute === null ? brought.entityId : fieldIn(editor.get().document, brought.entityId, ref);
  editor.select([shown]);
  if (brought.document === document) toast(`${label} is on the canvas already`);
  return shown;
}

/** The first entity a line leads to. */
function relatedTo(document: ModelDocument, entityId: RecordId): RecordId | null {
  const line = indexModel(document).byKind.relationship.find(
    ({ from, to }) => from.entityId !== to.entityId && [from.entityId, to.entityId].includes(entityId),
  );
  if (!line) return null;
  return line.from.entityId === entityId ? line.to.entityId : line.from.entityId;
}

function fieldIn(document: ModelDocument, entityId: RecordId, ref: string): RecordId {
  return boundAs(document).get(ref) ?? attributesIn(document, entityId)[0]?.id ?? entityId;
}
