import type { Finding } from './finding';
import type { ReadLimits } from './limits';
import type { TreeNode } from './tree';

/** A tree and everything wrong with it so far; no tree when there is nothing to go on with. */
export type ReadTree = { tree: TreeNode | null; findings: Finding[] };

/** Thrown inside a reader where going on makes no sense, and caught at its edge. */
export class ReadingEnds extends Error {
  constructor(readonly finding: Finding) {
    super(finding.code);
  }
}

/** Ends the reading at the first node that expands to more than is allowed. */
export function guardWeight(node: TreeNode, path: Finding['path'], limits: ReadLimits): TreeNode {
  const what = node.size > limits.valuesMax ? 'values' : node.depth > limits.depthMax ? 'depth' : null;
  if (what === null) return node;
  const max = what === 'values' ? limits.valuesMax : limits.depthMax;
  throw new ReadingEnds({ code: 'too-large', what, max, at: node.at, path });
}
