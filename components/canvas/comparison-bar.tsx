'use client';

import { X } from 'lucide-react';
import { useEditor } from '@/components/editor/editor-context';
import { IconButton } from '@/components/ui/icon-button';
import { countOf } from '@/lib/base/count-of';
import { joinWords } from '@/lib/base/join-words';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import type { CanvasView } from './canvas-view';
import { useCanvasView, useCanvasViewValue } from './canvas-view-context';

const GONE_MAX = 4;
const MARKS = ['new', 'changed'] as const;
type Place = { readonly kind: 'card' | 'driver' | 'expectation'; readonly words: string };
/** What the cards cannot show is told with where it stands. */
const PLACES: readonly Place[] = [
  { kind: 'card', words: '' },
  { kind: 'driver', words: ' in the metric tree' },
  { kind: 'expectation', words: ' under Needs' },
];
const selectCompared = (view: CanvasView) => view.compared;

/** Says what the marks on the cards are held against, and what a drawing cannot show: that something is gone. */
export function ComparisonBar() {
  const editor = useEditor();
  const view = useCanvasView();
  const compared = useCanvasViewValue(selectCompared);
  if (!compared) return null;
  const { document } = editor.get();
  const count = (mark: 'new' | 'changed', { kind }: Place) =>
    [...compared.marks].filter(([id, one]) => one === mark && placeOf(document, id) === kind).length;
  const { gone } = compared;
  const shown = gone.length > GONE_MAX ? [...gone.slice(0, GONE_MAX), `${gone.length - GONE_MAX} more`] : gone;
  const differences = [
    ...MARKS.flatMap((mark) =>
      PLACES.flatMap((place) => {
        const found = count(mark, place);
        return found === 0 ? [] : [`${found} ${mark}${place.words}`];
      }),
    ),
    ...(gone.length === 0 ? [] : [`${countOf(gone.length, 'thing')} gone (${joinWords(shown)})`]),
  ];
  return (
    <aside
      aria-label="Compared"
      data-over-canvas
      className="absolute top-3 left-1/2 z-20 flex max-w-[90%] -translate-x-1/2 items-center gap-3 rounded-full bg-surface py-1 pr-1 pl-4 text-sm shadow-pop"
    >
      <span className="min-w-0 truncate">
        <span className="font-medium">Against version {compared.number}:</span>{' '}
        {differences.length === 0 ? 'nothing differs' : differences.join(', ')}
      </span>
      <IconButton
        icon={X}
        label="Stop comparing"
        size="sm"
        onClick={() => view.patch({ compared: null })}
        className="rounded-full"
      />
    </aside>
  );
}

function placeOf(document: ModelDocument, id: RecordId): Place['kind'] {
  const kind = document.records[id]?.kind;
  return kind === 'driver' || kind === 'expectation' ? kind : 'card';
}
