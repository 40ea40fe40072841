import type { ElkNode } from 'elkjs/lib/elk-api';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import type { BlockLine, LayoutBlock } from './layout-block';
import { besideEachOther } from './place-parts';
import { readTidyGraph, toTidyGraph } from './tidy-graph';
import { tidyParts } from './tidy-parts';

type Engine = { layout(graph: ElkNode): Promise<ElkNode>; terminateWorker(): void };
let engine: Promise<Engine> | null = null;

type Wishes = {
  signal: AbortSignal;
  aspect: number;
  /** How much of it is done, 0 to 1. */
  tell: (share: number) => void;
};

/**
 * Lays a model out in a worker, which is fetched the first time somebody asks; a large one part by part. Who loses
 * patience aborts: the worker is ended where it stands, the next question starts another, and null comes back.
 */
export async function tidyLayout(
  blocks: readonly LayoutBlock[],
  lines: readonly BlockLine[],
  { signal, aspect, tell }: Wishes,
): Promise<Map<RecordId, Point> | null> {
  engine ??= import('elkjs/lib/elk-api').then(
    ({ default: Elk }) =>
      new Elk({ workerFactory: () => new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url)) }),
  );
  const working = await engine;
  if (signal.aborted) return null;
  const aborted = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => {
      working.terminateWorker();
      engine = null;
      resolve(null);
    });
  });
  const parts = tidyParts(blocks, lines);
  const laidOut: Map<RecordId, Point>[] = [];
  for (const part of parts) {
    tell(laidOut.length / parts.length);
    const answer = await Promise.race([working.layout(toTidyGraph(part.blocks, part.lines, aspect)), aborted]);
    if (!answer) return null;
    laidOut.push(readTidyGraph(answer, part.blocks));
  }
  return besideEachOther(parts, laidOut, { lines, aspect });
}
