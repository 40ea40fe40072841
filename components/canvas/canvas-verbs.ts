import { toast } from 'sonner';
import type { Editor } from '@/components/editor/editor';
import { nameByWords } from '@/components/editor/name-by-words';
import { newRecordId } from '@/components/editor/new-record-id';
import { addAttribute } from '@/lib/model/edits/add-attribute';
import { addEntity } from '@/lib/model/edits/add-entity';
import { drawFromMetric, type MetricOf } from '@/lib/model/edits/draw-from-metric';
import { duplicateRecords } from '@/lib/model/edits/duplicate-records';
import { moveAttribute } from '@/lib/model/edits/move-attribute';
import { planRemoval, removeRecords } from '@/lib/model/edits/plan-removal';
import { relate } from '@/lib/model/edits/relate';
import { setFields } from '@/lib/model/edits/set-fields';
import { setGrain } from '@/lib/model/edits/set-grain';
import { guessField } from '@/lib/model/guess-field';
import { attributesIn, recordAt, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { type AreaVerbs, createAreaVerbs } from './area-verbs';
import { boxAround, outset, type Point } from './box';
import { cardsOf } from './canvas-cards';
import type { CanvasViewStore, Drawing } from './canvas-view';
import { cardBoxes } from './card-boxes';
import { CARD_WIDTH, entityHeight, HEAD_HEIGHT, METRIC_HEIGHT } from './card-geometry';
import { copyAddress } from './copy-address';
import { freeSpot } from './free-spot';
import { joinLine, linesJoining } from './join-line';
import { linkTo } from './link-to';
import { cardsOfRecord, neighbourhoodOf } from './neighbourhood';
import { placeBeside } from './place-at';
import { type LineEndAt, rejoinLine, rejoinRefusal } from './rejoin-line';
import { relationRefusal } from './relation-refusal';
import { isFarReaching, removalWords } from './removal-words';

/** What of the surroundings a link to a card shows. */
const LINK_MARGIN = 160;

export type NamingEnd = 'enter' | 'tab' | 'back-tab' | 'leave';

/**
 * What a person can do on the canvas, spelled once: the toolbar, the context menus, the keys and the panels all call
 * these. Drawing flows: a new entity is named, Enter goes on to its first field, and the next, until Esc or nothing typed.
 */
export type CanvasVerbs = {
  readonly editor: Editor;
  readonly view: CanvasViewStore;
  readonly productKey: string;
  readonly areas: AreaVerbs;
  addEntity(at: Point): void;
  addField(entityId: RecordId): void;
  startNaming(id: RecordId): void;
  finishNaming(id: RecordId, words: string, how: NamingEnd): void;
  cancelNaming(): void;
  toggleKey(fieldId: RecordId): void;
  /** One place up or down among the fields of its entity. */
  moveField(fieldId: RecordId, by: 1 | -1): void;
  setCardinality(relationshipId: RecordId, cardinality: 'many-to-one' | 'one-to-many' | 'one-to-one'): void;
  togglePinned(ids: readonly RecordId[]): void;
  /** Joins two fields; asks first whether they belong to a line that is there. */
  relate(fromId: RecordId, toId: RecordId, at: Point): void;
  /** Looks for the other field by typing, for whoever does not drag. */
  startJoining(fromId: RecordId): void;
  relateApart(fromId: RecordId, toId: RecordId): void;
  relateOnLine(lineId: RecordId, fromId: RecordId, toId: RecordId): void;
  turnLine(relationshipId: RecordId): void;
  /** Opens what a line says, where it stands. */
  editLine(relationshipId: RecordId, at: Point): void;
  /** Puts an end of a line onto another field, or onto an entity by its key. */
  rejoin(at: LineEndAt, ontoId: RecordId): void;
  /** Looks for that field by typing, for whoever does not drag. */
  startRejoining(at: LineEndAt): void;
  copyLink(id: RecordId): void;
  /** Begins to say something about it, under its inspector. */
  comment(id: RecordId): void;
  /** Takes cards off the canvas and leaves them in the model. */
  hide(ids: readonly RecordId[]): void;
  /** Hides everything but these and what belongs to them. */
  showOnly(ids: readonly RecordId[]): void;
  /** Brings back hidden cards; without a list, all of them. */
  unhide(ids?: readonly RecordId[]): void;
  /** Deletes, after showing what else goes when that is more than the things themselves. */
  remove(ids: readonly RecordId[]): void;
  removeNow(ids: readonly RecordId[]): void;
  /** Copies beside the originals, or at the given places. */
  duplicate(ids: readonly RecordId[], places?: Readonly<Record<RecordId, Point>>): void;
  draw(drawing: Drawing): void;
  /** Takes over a document with one metric more, made by the popover, and finds its card a place. */
  addDrawnMetric(drawn: ModelDocument, metricId: RecordId, entityId: RecordId, dropAt: Point | null): void;
  /** Draws a metric worked out from another near it, and selects it: its sentence is where it is changed. */
  drawFrom(fromId: RecordId, how: MetricOf): void;
};

export function createCanvasVerbs(editor: Editor, view: CanvasViewStore, productKey: string): CanvasVerbs {
  const document = () => editor.get().document;
  const labelOf = (id: RecordId) => labelOfRecord(document(), id);
  const areas = createAreaVerbs(editor, view);

  function addField(entityId: RecordId) {
    if (!editor.canEdit) return;
    const id = newRecordId();
    editor.begin('Add a field');
    editor.edit('Add a field', (model) => addAttribute(model, { id, entityId }));
    editor.select([id]);
    const { unfolded, detail } = view.get();
    view.patch({
      unfolded: new Set(unfolded).add(entityId),
      renaming: { id, isNew: true },
      detail: detail === 'names' || detail === 'keys' ? 'auto' : detail,
    });
  }

  /** Where the typing goes next; null when it is over. */
  function goOn(id: RecordId, how: NamingEnd, wasNew: boolean) {
    const record = recordAt(document(), id);
    if (how === 'leave' || record === null) return;
    const entityId = record.kind === 'entity' ? record.id : record.kind === 'attribute' ? record.entityId : null;
    if (entityId === null) return;
    const fields = attributesIn(document(), entityId).map((field) => field.id);
    const at = record.kind === 'entity' ? -1 : fields.indexOf(id);
    if (how === 'enter') {
      if (wasNew || (record.kind === 'attribute' && at === fields.length - 1)) addField(entityId);
      return;
    }
    const nextId = how === 'tab' ? fields[at + 1] : at > 0 ? fields[at - 1] : entityId;
    if (nextId === undefined) {
      addField(entityId);
      return;
    }
    editor.select([nextId]);
    view.patch({ renaming: { id: nextId, isNew: false } });
  }

  const cardWords = (verb: string, ids: readonly RecordId[]) =>
    ids.length === 1 && ids[0] ? `${verb} ${labelOf(ids[0])}` : `${verb} ${ids.length} cards`;

  function relateApart(fromId: RecordId, toId: RecordId) {
    const id = newRecordId();
    const words = `Join ${labelOf(fromId)} and ${labelOf(toId)}`;
    editor.edit(words, (model) => relate(model, { id, pairs: [{ fromId, toId }] }));
    editor.select([id]);
  }

  function addDrawnMetric(drawn: ModelDocument, metricId: RecordId, entityId: RecordId, dropAt: Point | null) {
    const { layout } = editor.get();
    const boxes = cardBoxes(cardsOf(document()), layout, view.get().unfolded);
    const home = boxes.get(entityId);
    const wish = dropAt ?? (home ? { x: home.x + 34, y: home.y + home.height + 26 } : { x: 0, y: 0 });
    const spot = freeSpot(wish, { width: CARD_WIDTH, height: METRIC_HEIGHT }, [...boxes.values()]);
    editor.edit(`Draw ${labelOfRecord(drawn, metricId)}`, () => drawn, [[metricId, spot]]);
    editor.select([metricId]);
    view.patch({ revealing: metricId });
  }

  function removeNow(ids: readonly RecordId[]) {
    const words = removalWords(document(), ids, planRemoval(document(), { ids, productKey }));
    editor.edit(`Delete ${words.what}`, (model) => removeRecords(model, ids));
    const details = [
      ...(words.along === null ? [] : [`Along with it: ${words.along}.`]),
      ...(words.breaks.length === 0 ? [] : [`Has a problem now: ${words.breaks.join(', ')}.`]),
    ];
    toast(`${words.what} deleted`, {
      ...(details.length > 0 ? { description: details.join(' ') } : {}),
      action: { label: 'Undo', onClick: () => editor.undo() },
    });
  }

  return {
    editor,
    view,
    productKey,
    areas,
    addField,
    addEntity: (at) => {
      if (!editor.canEdit) return;
      const id = newRecordId();
      const { layout } = editor.get();
      const taken = [...cardBoxes(cardsOf(document()), layout, view.get().unfolded).values()];
      const spot = freeSpot(at, { width: CARD_WIDTH, height: entityHeight(4, false) }, taken);
      editor.begin('Add an entity');
      editor.edit('Add an entity', (model) => addEntity(model, { id }), [[id, spot]]);
      areas.joinAt({ x: at.x + CARD_WIDTH / 2, y: at.y + HEAD_HEIGHT / 2 }, id);
      editor.select([id]);
      view.patch({ renaming: { id, isNew: true }, revealing: id });
    },
    startNaming: (id) => {
      if (editor.canEdit) view.patch({ renaming: { id, isNew: false } });
    },
    finishNaming: (id, words, how) => {
      const isNew = view.get().renaming?.isNew ?? false;
      view.patch({ renaming: null });
      if (words.trim() === '') {
        const entityId = recordOf(document(), 'attribute', id)?.entityId;
        if (isNew) editor.cancel();
        if (isNew && entityId) editor.select([entityId]);
        return;
      }
      editor.edit(`Rename ${labelOf(id)}`, (model) =>
        withGuess(nameByWords(model, { id, words, productKey }), id, isNew, words),
      );
      if (isNew) editor.commit();
      goOn(id, how, isNew);
    },
    cancelNaming: () => {
      const { renaming } = view.get();
      const entityId = recordOf(document(), 'attribute', renaming?.id ?? null)?.entityId;
      if (renaming?.isNew) editor.cancel();
      view.patch({ renaming: null });
      if (renaming?.isNew && entityId) editor.select([entityId]);
    },
    toggleKey: (fieldId) => {
      const field = recordOf(document(), 'attribute', fieldId);
      const entity = recordOf(document(), 'entity', field?.entityId ?? null);
      if (!field || !entity) return;
      const isKey = entity.grain.includes(fieldId);
      const attributeIds = isKey ? entity.grain.filter((id) => id !== fieldId) : [...entity.grain, fieldId];
      editor.edit(
        isKey ? `${labelOf(fieldId)} no longer identifies a row` : `${labelOf(fieldId)} identifies a row`,
        (model) => setGrain(model, { entityId: entity.id, attributeIds }),
      );
    },
    moveField: (id, by) =>
      editor.edit(`Move ${labelOf(id)} ${by < 0 ? 'up' : 'down'}`, (model) => moveAttribute(model, { id, by })),
    setCardinality: (id, cardinality) =>
      editor.edit('Change how many belong together', (model) =>
        setFields(model, { kind: 'relationship', id, fields: { cardinality } }),
      ),
    relate: (fromId, toId, at) => {
      const refusal = relationRefusal(document(), fromId, toId);
      if (refusal !== null) {
        toast.warning('These two cannot be joined', { description: refusal });
        return;
      }
      const lineIds = linesJoining(document(), fromId, toId).map(({ id }) => id);
      if (lineIds.length > 0) view.patch({ joining: { fromId, toId, lineIds, at } });
      else relateApart(fromId, toId);
    },
    startJoining: (fromId) => {
      if (editor.canEdit) view.patch({ joiningFrom: fromId });
    },
    relateApart,
    relateOnLine: (lineId, fromId, toId) => {
      editor.edit('Join on one field more', (model) => joinLine(model, lineId, fromId, toId));
      editor.select([lineId]);
    },
    rejoin: (at, ontoId) => {
      const refusal = rejoinRefusal(document(), at, ontoId);
      if (refusal !== null) {
        toast.warning('This end cannot be put there', { description: refusal });
        return;
      }
      editor.edit(`Put a line onto ${labelOf(ontoId)}`, (model) => rejoinLine(model, at, ontoId));
      editor.select([at.lineId]);
    },
    startRejoining: (at) => {
      if (editor.canEdit) view.patch({ rejoining: at });
    },
    copyLink: (id) => {
      const boxes = cardBoxes(cardsOf(document()), editor.get().layout, view.get().unfolded);
      const around = boxAround(cardsOfRecord(document(), id).flatMap((card) => boxes.get(card) ?? []));
      const href = linkTo(window.location.href, id, around && outset(around, LINK_MARGIN));
      void copyAddress(href, `It opens with ${labelOf(id)} selected.`);
    },
    comment: (id) => {
      editor.select([id]);
      view.patch({ commenting: id });
    },
    turnLine: (id) => {
      const line = recordOf(document(), 'relationship', id);
      if (line)
        editor.edit('Turn the line round', (model) =>
          setFields(model, { kind: 'relationship', id, fields: { from: line.to, to: line.from } }),
        );
    },
    editLine: (id, at) => {
      editor.select([id]);
      view.patch({ editingLine: { id, at } });
    },
    hide: (ids) => {
      const cards = new Set(ids.flatMap((id) => cardsOfRecord(document(), id)));
      const { hidden } = editor.get().layout;
      if (cards.size === 0) return;
      editor.arrange(cardWords('Hide', [...cards]), { hidden: [...new Set([...hidden, ...cards])] });
      editor.select([]);
    },
    showOnly: (ids) => {
      const cards = cardsOf(document());
      const around = neighbourhoodOf(document(), cards, ids);
      if (around.size === 0) return;
      const hidden = cards.flatMap(({ id }) => (around.has(id) ? [] : [id]));
      editor.arrange(cardWords('Show only', [...ids]), { hidden });
    },
    unhide: (ids) => {
      const { hidden } = editor.get().layout;
      const back = hidden.filter((id) => ids === undefined || ids.includes(id));
      if (back.length === 0) return;
      const words = ids === undefined ? 'Show all' : cardWords('Show', back);
      editor.arrange(words, { hidden: hidden.filter((id) => !back.includes(id)) });
    },
    remove: (ids) => {
      if (!editor.canEdit || ids.length === 0) return;
      const removal = planRemoval(document(), { ids, productKey });
      if (isFarReaching(document(), ids, removal)) view.patch({ removing: ids });
      else removeNow(ids);
    },
    removeNow,
    duplicate: (ids, places) => {
      if (!editor.canEdit || ids.length === 0) return;
      const { layout } = editor.get();
      const { document: copied, copies } = duplicateRecords(document(), { ids, newId: newRecordId });
      const boxes = cardBoxes(cardsOf(document()), layout, view.get().unfolded);
      const coming = new Map(
        ids.flatMap((id) => {
          const [box, copy] = [boxes.get(id), copies.get(id)];
          return box && copy ? [[copy, { ...box, ...places?.[id] }] as const] : [];
        }),
      );
      const placed = places ? coming : new Map(placeBeside(coming, [...boxes.values()]));
      editor.edit(
        ids.length === 1 ? `Duplicate ${labelOf(ids[0] ?? '')}` : 'Duplicate',
        () => copied,
        [...placed].map(([id, { x, y }]) => [id, { x, y }]),
      );
      editor.select(ids.flatMap((id) => copies.get(id) ?? []));
    },
    draw: (drawing) => {
      if (editor.canEdit) view.patch({ drawing });
    },
    addDrawnMetric,
    drawFrom: (fromId, how) => {
      const id = newRecordId();
      const drawn = drawFromMetric(document(), { id, fromId, how });
      if (drawn !== document()) addDrawnMetric(drawn, id, fromId, null);
    },
    togglePinned: (ids) => {
      const { pinned } = editor.get().layout;
      const areAll = ids.every((id) => pinned.includes(id));
      const next = areAll ? pinned.filter((id) => !ids.includes(id)) : [...new Set([...pinned, ...ids])];
      editor.arrange(areAll ? 'Unpin' : 'Pin', { pinned: next });
    },
  };
}

/**
 * A new field takes its type from its name where the name says something, and the first identifier of an entity is taken
 * to be its key; the inspector corrects both.
 */
function withGuess(model: ModelDocument, id: RecordId, isNew: boolean, words: string): ModelDocument {
  const guess = isNew ? guessField(words) : null;
  if (guess === null) return model;
  const guessed = setFields(model, { kind: 'attribute', id, fields: guess });
  const entity = recordOf(guessed, 'entity', recordOf(guessed, 'attribute', id)?.entityId ?? null);
  const isKey = guess.role === 'identifier' && entity?.grain.length === 0 && entity.derivation === null;
  return isKey ? setGrain(guessed, { entityId: entity.id, attributeIds: [id] }) : guessed;
}
