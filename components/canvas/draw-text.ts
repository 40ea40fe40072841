import { toast } from 'sonner';
import { drawPastedModel, drawPastedTables } from '@/components/start/draw-pasted';
import { pastedProblems } from '@/lib/catalog/tables/pasted-problems';
import type { PasteProblem } from '@/lib/catalog/tables/pasted-table';
import { readPasted, tableNameOf } from '@/lib/catalog/tables/read-pasted';
import { readTextFile } from '@/lib/client/read-text-file';
import type { Point } from './box';
import { cardsOf } from './canvas-cards';
import type { CanvasVerbs } from './canvas-verbs';
import { cardBoxes } from './card-boxes';
import { placeAt } from './place-at';
import { placeMissing } from './place-missing';

const BYTES_MAX = 2_000_000;
const PROBLEMS_TOLD_MAX = 3;
const DRAWABLE =
  'tables in SQL, DBML or Mermaid, a list of columns, rows as cells or JSON, a workspace file, or what was copied from a model.';

/** Somebody's tables or model, drawn where they point, else beside all that stands; what could not be read is said. */
export function drawText({ editor, view }: CanvasVerbs, text: string, at: Point | null, called?: string): void {
  const read = readPasted(text, called);
  const problems = pastedProblems(read);
  const told = { description: tellProblems(problems), className: 'whitespace-pre-line' };
  if (!read.ok) {
    toast.error('This could not be drawn', told);
    return;
  }
  const [model, second] = read.value.is === 'models' ? read.value.models : [];
  if (second) {
    toast('This file has models of several products', { description: 'Choose one under “Paste or upload”.' });
    return;
  }
  const { document, layout } = editor.get();
  const drawn =
    read.value.is === 'tables'
      ? drawPastedTables(document, read.value.tables)
      : model
        ? drawPastedModel(document, model)
        : null;
  if (!drawn) return;
  const placed = placeMissing(drawn.document, layout);
  const { unfolded } = view.get();
  const boxes = cardBoxes(cardsOf(drawn.document), { positions: Object.fromEntries(placed) }, unfolded);
  const taken = [...cardBoxes(cardsOf(document), layout, unfolded).values()];
  editor.edit('Paste', () => drawn.document, at === null || taken.length === 0 ? placed : placeAt(boxes, at, taken));
  editor.select(drawn.entityIds);
  view.patch({ revealing: drawn.shownId });
  if (problems.length > 0) toast.warning('It is drawn, with this to look at', told);
}

/** The first few, a line for each, and how many more there are. */
function tellProblems(problems: readonly PasteProblem[]): string {
  const lines = problems.slice(0, PROBLEMS_TOLD_MAX).map(({ line, words }) => `Line ${line}: ${words}`);
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join('\n');
}

/** A file that was pasted or dropped: its text is drawn, a picture is kindly refused. */
export async function drawFile(verbs: CanvasVerbs, file: File, at: Point | null): Promise<void> {
  if (/^(image|audio|video)\//.test(file.type)) refuseToDraw('A picture cannot be read as tables');
  else if (file.size > BYTES_MAX) toast.warning(`${file.name} is larger than 2 MB`);
  else drawText(verbs, await readTextFile(file), at, tableNameOf(file));
}

/** Says what can be drawn, to somebody who tried something else. */
export function refuseToDraw(what: string): void {
  toast(what, { id: 'nothing-to-draw', description: `What can be pasted: ${DRAWABLE}` });
}
