'use client';

import { Gauge, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldIcon } from '@/components/canvas/field-icon';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { EmptyState } from '@/components/ui/empty-state';
import type { ExistingHit } from '@/lib/api/what-exists';
import { boundAs } from './bound-as';
import { metricRef } from './existing-ref';
import { ExistingRow } from './existing-row';

type Props = { hits: readonly ExistingHit[]; query: string; onBring: (ref: string) => void };
const selectBound = (state: EditorState) => boundAs(state.document);

/** What the words found, best first, each with where it is from and why. */
export function ExistingHits({ hits, query, onBring }: Props) {
  const bound = useEditorValue(selectBound);
  if (hits.length === 0)
    return (
      <EmptyState title={`Nobody offers “${query}”`} size="panel">
        Draw it anyway: double-click the canvas. What nobody offers is asked of whoever is nearest.
      </EmptyState>
    );
  return (
    <div role="tree" aria-label={`What exists for ${query}`}>
      {hits.map((hit) => (
        <div key={`${hit.kind} ${hit.ref}`} className="mb-1">
          <ExistingRow
            level={1}
            label={hit.label}
            title={hit.description ?? undefined}
            start={startOf(hit)}
            bringRef={hit.kind === 'metric' ? metricRef(hit.ref) : hit.ref}
            isThere={bound.has(hit.ref)}
            isOpen={null}
            onBring={onBring}
          />
          <p className="-mt-0.5 truncate pr-2 pl-[46px] text-fg-3 text-xs">
            {hit.product.name} · {hit.why}
          </p>
        </div>
      ))}
    </div>
  );
}

function startOf({ kind, role }: ExistingHit): ReactNode {
  switch (kind) {
    case 'entity':
      return <Table2 className="size-3.5 shrink-0 text-fg-3" strokeWidth={1.75} aria-hidden="true" />;
    case 'metric':
      return <Gauge className="size-3.5 shrink-0 text-accent-text" strokeWidth={1.75} aria-hidden="true" />;
    case 'attribute':
      return <FieldIcon role={role ?? 'text'} isKey={false} />;
  }
}
