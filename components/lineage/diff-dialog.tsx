'use client';

import { useQuery } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { Waypoints } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import type { DiffMark } from '@/lib/api/diff-marks';
import { lineageQuery } from '@/lib/client/lineage';
import { DiffChips } from './diff-chips';
import { diffLineage } from './diff-lineage';
import { LineageBoard } from './lineage-board';
import { readLineageState } from './lineage-state';
import { visibleLineage } from './visible-lineage';

type Props = { marks: readonly DiffMark[]; description: ReactNode; onClose: () => void };

/** A difference of plans on the board it is about: new, tightened, relaxed and withdrawn, at each product and line. */
export function DiffDialog({ marks, description, onClose }: Props) {
  const lineage = useQuery(lineageQuery());
  const [params, setParams] = useState('');
  const state = useMemo(() => readLineageState(new URLSearchParams(params)), [params]);
  const drawn = useMemo(() => lineage.data && diffLineage(lineage.data, marks), [lineage.data, marks]);
  const visible = useMemo(() => drawn && visibleLineage(drawn, state), [drawn, state]);
  const change = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(changes)) value === null ? next.delete(key) : next.set(key, value);
    setParams(next.toString());
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="xl"
      isBare
      title="What changes, on the lineage"
      description={description}
    >
      <p className="flex h-9 items-center gap-4 border-b px-4 text-fg-2 text-xs">
        <DiffChips marks={marks} />
        {marks.length === 0 && 'Nothing is asked of anybody that was not asked before.'}
      </p>
      {marks.length > 0 && (
        <div className="relative h-[56vh] overflow-hidden rounded-b-xl bg-canvas">
          {lineage.isPending && <LoadingRows label="Drawing the lineage" rows={5} className="p-4" />}
          {lineage.isError && (
            <ProblemState
              title="The lineage could not be read"
              detail={lineage.error.message}
              onRetry={() => void lineage.refetch()}
              isRetrying={lineage.isFetching}
            />
          )}
          {drawn && visible && visible.products.length > 0 && (
            <ReactFlowProvider>
              <LineageBoard lineage={drawn} visible={visible} state={state} marks={marks} onChange={change} />
            </ReactFlowProvider>
          )}
        </div>
      )}
    </Dialog>
  );
}

/** Opens it; nothing where nothing changes. */
export function DiffButton({ marks, description }: Pick<Props, 'marks' | 'description'>) {
  const [isOpen, setIsOpen] = useState(false);
  if (marks.length === 0) return null;
  return (
    <>
      <Button size="sm" icon={Waypoints} onClick={() => setIsOpen(true)}>
        On the lineage
      </Button>
      {isOpen && <DiffDialog marks={marks} description={description} onClose={() => setIsOpen(false)} />}
    </>
  );
}
