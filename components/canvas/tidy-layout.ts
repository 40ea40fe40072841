import type { ElkNode } from 'elkjs/lib/elk-api';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import type { BlockLine, LayoutBlock } from './layout-block';
import { readTidyGraph, toTidyGraph } from './tidy-graph';

let engine: Promise<{ layout(graph: ElkNode): Promise<ElkNode> }> | null = null;

/** Lays a model out in a worker, which is fetched the first time somebody asks. */
export async function tidyLayout(
  blocks: readonly LayoutBlock[],
  lines: readonly BlockLine[],
): Promise<Map<RecordId, Point>> {
  engine ??= import('elkjs/lib/elk-api').then(
    ({ default: Elk }) =>
      new Elk({ workerFactory: () => new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url)) }),
  );
  return readTidyGraph(await (await engine).layout(toTidyGraph(blocks, lines)), blocks);
}
