import type { ElkNode } from 'elkjs/lib/elk-api';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import type { BlockLine, LayoutBlock } from './layout-block';
import { readTidyGraph, toTidyGraph } from './tidy-graph';

type Engine = { layout(graph: ElkNode): Promise<ElkNode>; terminateWorker(): void };
let engine: Promise<Engine> | null = null;

/**
 * Lays a model out in a worker, which is fetched the first time somebody asks. Who loses patience aborts: the worker is
 * ended where it stands, the next question starts another, and null comes back.
 */
export async function tidyLayout(
  blocks: readonly LayoutBlock[],
  lines: readonly BlockLine[],
  { signal, aspect }: { signal: AbortSignal; aspect: number },
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
  const answer = await Promise.race([working.layout(toTidyGraph(blocks, lines, aspect)), aborted]);
  return answer && readTidyGraph(answer, blocks);
}
