'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronRight, Layers2, RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { toast } from 'sonner';
import { useCanvasView } from '@/components/canvas/canvas-view-context';
import { useEditor } from '@/components/editor/editor-context';
import { useFormat } from '@/components/shell/use-format';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import type { Versions } from '@/lib/api/send';
import { versionQuery } from '@/lib/client/products';
import { applyDiff, diffModels } from '@/lib/model/diff';
import { ChangeList, modelOf } from './change-list';
import { markChanges } from './tell-changes';

type Props = {
  productKey: string;
  version: Versions['versions'][number];
  /** The version before it; null for the first. */
  before: number | null;
  isNewest: boolean;
  onShowCanvas: () => void;
};

/** One version: why it was sent, and on demand what it changed, how the drawing differs, and the way back to it. */
export function VersionRow({ productKey, version, before, isNewest, onShowCanvas }: Props) {
  const { number, at, by, reason } = version;
  const format = useFormat();
  const editor = useEditor();
  const view = useCanvasView();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(isNewest);
  const { data } = useQuery({ ...versionQuery(productKey, number), enabled: isOpen && before !== null });

  const model = useMemo(() => data && modelOf(data.records), [data]);

  const read = async () => modelOf((await client.ensureQueryData(versionQuery(productKey, number))).records);
  const failed = (error: unknown) =>
    toast.error('The version could not be read', { description: error instanceof Error ? error.message : '' });
  const compare = () =>
    read().then((model) => {
      view.patch({ compared: markChanges(number, model, editor.get().document) });
      onShowCanvas();
    }, failed);
  const restore = () =>
    read().then((model) => {
      const words = `Go back to version ${number}`;
      editor.edit(words, (document) => applyDiff(document, diffModels(document, model)));
      view.patch({ compared: null });
      toast.success(`The drawing is version ${number} again`, {
        description: 'Nothing is sent by that, and undo brings back what was drawn.',
        action: { label: 'Undo', onClick: () => editor.undo() },
      });
    }, failed);

  return (
    <li className="rounded-lg border bg-surface shadow-card">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex w-full items-start gap-3 rounded-lg px-3.5 py-2.5 text-left hover:bg-hover"
      >
        <ChevronRight
          className={cn('mt-1 size-3.5 shrink-0 text-fg-3 transition-transform', isOpen && 'rotate-90')}
          aria-hidden="true"
        />
        <span className="w-7 shrink-0 font-semibold text-lg tabular-nums">{number}</span>
        <span className="min-w-0 flex-1">
          <span className="block text-base">{reason}</span>
          <span className="block text-fg-3 text-xs">
            {by?.name ?? 'Nobody by name'} · {format.moment(at)}
          </span>
        </span>
        {isNewest && <Badge tone="accent">stands now</Badge>}
      </button>
      {isOpen && (
        <div className="border-t px-3.5 py-2.5 pl-20">
          {before === null ? (
            <p className="text-fg-2 text-sm">It began with this.</p>
          ) : (
            <>
              <h3 className="font-medium text-fg-2 text-xs">What changed since version {before}</h3>
              {model ? (
                <ChangeList
                  productKey={productKey}
                  from={before}
                  to={model}
                  none="Nothing in the drawing; it was sent again."
                />
              ) : (
                <Skeleton className="mt-2 h-3 w-2/3" />
              )}
            </>
          )}
          <div className="mt-2.5 flex gap-2">
            <Button size="sm" icon={Layers2} onClick={() => void compare()}>
              Compare on the canvas
            </Button>
            {editor.canEdit && (
              <Button size="sm" variant="ghost" icon={RotateCcw} onClick={() => void restore()}>
                Go back to it
              </Button>
            )}
          </div>
        </div>
      )}
    </li>
  );
}
