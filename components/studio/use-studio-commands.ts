import {
  ClipboardPaste,
  Gauge,
  GitBranch,
  LayoutTemplate,
  MessagesSquare,
  Send,
  ShieldCheck,
  SquarePlus,
  Table2,
} from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { cardsOfRecord } from '@/components/canvas/neighbourhood';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { drive } from '@/components/inspector/drive';
import { useOfferCommands } from '@/components/shell/page-commands';
import { useShellDialogs } from '@/components/shell/shell-dialogs';
import { useStartWay } from '@/components/start/start-way';
import { useShortcut } from '@/components/ui/use-shortcut';
import { driverRefusal } from '@/lib/model/driver-refusal';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { EntityRecord, MetricRecord, RecordId } from '@/lib/model/records';
import { midSentence } from '@/lib/model/words-for';
import { findAreas } from './find-areas';
import { findInModel } from './find-in-model';
import type { StudioTab } from './studio-address';
import { useRecordPreview } from './use-record-preview';

const selectEntities = ({ document }: EditorState) => indexModel(document).byKind.entity;
/** The metric that is selected alone: only one can be said to drive another. */
const selectOneMetric = ({ document, selection: [id, second] }: EditorState) =>
  second === undefined ? (recordOf(document, 'metric', id ?? null)?.id ?? null) : null;
const selectAreas = ({ layout }: EditorState) => layout.areas;
const selectMetrics = ({ document }: EditorState) => indexModel(document).byKind.metric;

/** What is found is found by what it is called: a letter in a description is no new list. */
function isCalledTheSame(a: readonly Called[], b: readonly Called[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index] || isSameCall(one, b[index])));
}

type Called = EntityRecord | MetricRecord;
const synonymsOf = (one: Called) => (one.kind === 'entity' ? one.synonyms.join() : '');

function isSameCall(one: Called, other: Called | undefined): boolean {
  return (
    one.id === other?.id &&
    one.name === other.name &&
    one.label === other.label &&
    synonymsOf(one) === synonymsOf(other)
  );
}

const HELP = {
  title: 'On the canvas',
  keys: [
    { keys: 'n', label: 'Add an entity' },
    { keys: 'm', label: 'Draw a metric from what is selected' },
    { keys: 'f', label: 'Into the fields of a card; arrows go on, escape leaves' },
    { keys: 'i', label: 'Into the inspector; escape comes back' },
    { keys: 'c', label: 'Comment on what is selected' },
    { keys: 'j', label: 'Join the selected field with another' },
    { keys: 'enter', label: 'Rename; on in a field: the next one' },
    { keys: 'Tab', label: 'Next card; while naming: next field' },
    { keys: 'Arrows', label: 'Go to the card that way' },
    { keys: 'alt+Arrows', label: 'Move what is selected; with shift instead, further. A field goes up or down' },
    { keys: 'Delete', label: 'Delete what is selected' },
    { keys: 'h', label: 'Hide what is selected; it stays in the model' },
    { keys: 'shift+h', label: 'Show all that is hidden' },
    { keys: 'shift+enter', label: 'From a field to its card' },
    { keys: 'escape', label: 'Out of a field, then out of the selection' },
    { keys: 'mod+z', label: 'Undo' },
    { keys: 'mod+shift+z', label: 'Redo' },
    { keys: 'mod+s', label: 'Save now; it does so by itself too' },
    { keys: 'mod+d', label: 'Duplicate' },
    { keys: 'mod+c', label: 'Copy, and paste here or in another model' },
    { keys: 'mod+v', label: 'Paste under the pointer; SQL, DBML, Mermaid, JSON, CSV and files become entities' },
    { keys: '/', label: 'Find and jump' },
    { keys: 'mod+f', label: 'Find and jump, as elsewhere' },
    { keys: 'mod+\\', label: 'Put the left panel away, and back' },
    { keys: 'mod+a', label: 'Select everything; with shift, nothing' },
    { keys: 'mod+g', label: 'Group what is selected in an area; with shift the area goes, its cards stay' },
    { keys: 'b', label: 'Fold the selected areas into boxes, and out again' },
    { keys: 't', label: 'Tidy' },
    { keys: 'shift+1', label: 'Show everything' },
    { keys: 'shift+2', label: 'Zoom to what is selected' },
    { keys: '+', label: 'Nearer; - further away' },
    { keys: '0', label: '100 %' },
    { keys: 'Space', label: 'Hold and drag to move the canvas' },
    { keys: 'alt', label: 'Hold while letting go of a card: a copy stays there' },
    { keys: 'shift', label: 'Hold while moving a card: it keeps to one direction' },
    { keys: 'mod', label: 'Hold while moving a card: it comes into line with nothing' },
  ],
} as const;

const STARTS = [
  { way: 'questions', label: 'Begin with four questions', icon: MessagesSquare },
  { way: 'template', label: 'Begin with a template', icon: LayoutTemplate },
  { way: 'paste', label: 'Paste or upload tables or a model', icon: ClipboardPaste },
] as const;

type Hands = { send: () => void; show: (tab: StudioTab) => void };

/** What the studio adds to the palette and to the list of keys. */
export function useStudioCommands({ send, show }: Hands): void {
  const editor = useEditor();
  const verbs = useCanvasVerbs();
  const [, start] = useStartWay();
  const entities = useEditorValue(selectEntities, isCalledTheSame);
  const metrics = useEditorValue(selectMetrics, isCalledTheSame);
  const areas = useEditorValue(selectAreas);
  const selected = useEditorValue(selectOneMetric);
  const { openPalette } = useShellDialogs();
  useShortcut('/', openPalette);
  // The browser would look through what is drawn on the screen; most of a drawing is not.
  useShortcut('mod+f', openPalette);
  useShortcut('mod+/', openPalette);
  const go = useCallback(
    (id: RecordId) => {
      show('canvas');
      editor.select([id]);
      verbs.view.patch({ revealing: cardsOfRecord(editor.get().document, id)[0] ?? null });
    },
    [editor, verbs, show],
  );
  const goToArea = useCallback(
    (id: string) => {
      show('canvas');
      verbs.areas.select([id]);
      verbs.view.patch({ revealingArea: id });
    },
    [verbs, show],
  );
  const preview = useRecordPreview();
  const find = useCallback(
    (typed: string) => findInModel(editor.get().document, typed, { go, preview }),
    [editor, go, preview],
  );
  const groups = useMemo(() => {
    const { document } = editor.get();
    return [
      {
        heading: 'In this model',
        items: [
          ...entities.map(({ id, synonyms }) => ({
            key: `entity ${id}`,
            label: labelOfRecord(document, id),
            hint: 'entity',
            icon: Table2,
            keywords: [...synonyms],
            preview: preview(id),
            onSelect: () => go(id),
          })),
          ...metrics.map(({ id }) => ({
            key: `metric ${id}`,
            label: labelOfRecord(document, id),
            hint: 'metric',
            icon: Gauge,
            preview: preview(id),
            onSelect: () => go(id),
          })),
          ...findAreas(areas, goToArea),
        ],
      },
      ...(selected === null
        ? []
        : [
            {
              heading: `${labelOfRecord(document, selected)} drives…`,
              items: metrics
                .filter(({ id }) => driverRefusal(document, { fromId: selected, toId: id }) === null)
                .map(({ id }) => ({
                  key: `drives ${id}`,
                  label: `Drives ${midSentence(labelOfRecord(document, id))}`,
                  hint: 'metric tree',
                  icon: GitBranch,
                  keywords: ['influence', 'believed'],
                  onSelect: () => {
                    show('metrics');
                    drive(editor, selected, id);
                  },
                })),
            },
          ]),
      {
        heading: 'Studio',
        items: [
          { key: 'studio send', label: 'Send upstream', icon: Send, onSelect: send },
          {
            key: 'studio entity',
            label: 'Add an entity',
            icon: SquarePlus,
            keys: 'n',
            onSelect: () => verbs.addEntity({ x: 0, y: 0 }),
          },
          ...STARTS.map(({ way, label, icon }) => ({
            key: `studio start ${way}`,
            label,
            icon,
            keywords: ['begin', 'start', 'import'],
            onSelect: () => {
              show('canvas');
              start(way);
            },
          })),
          { key: 'studio tree', label: 'Show the metric tree', icon: GitBranch, onSelect: () => show('metrics') },
          { key: 'studio needs', label: 'Show what is needed', icon: ShieldCheck, onSelect: () => show('needs') },
        ],
      },
    ];
  }, [editor, verbs, entities, metrics, areas, selected, send, show, start, go, goToArea, preview]);
  useOfferCommands({ groups, find, help: HELP });
}
