import { ok, type Result, refuse } from '@/lib/base/result';
import { inputRefs } from './input-refs';
import type { Lineage } from './lineage';

export type LineageLoop = { code: 'lineage-loop'; loop: string[] };

/**
 * Every entity that may lie upstream of the given ones, each after everything that reads it. Explicit stacks, because a
 * chain of 20,000 products is legal. Left joins that will turn out unneeded are followed too; the sweep drops them.
 * A loop is refused and named, first entity repeated at the end.
 */
export function orderUpstream(
  lineage: Lineage,
  roots: readonly string[],
  isFollowed: (ref: string) => boolean = () => true,
): Result<string[], LineageLoop> {
  const reached = new Map<string, Frame>();
  const finished: string[] = [];
  for (const root of [...roots].reverse()) {
    if (reached.has(root)) continue;
    const stack: Frame[] = [];
    const enter = (ref: string) => {
      const entity = lineage.entity(ref);
      const inputs = entity ? inputRefs(entity) : NONE;
      const frame = { ref, inputs, left: inputs.length };
      reached.set(ref, frame);
      stack.push(frame);
    };
    enter(root);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      top.left -= 1;
      const input = top.inputs[top.left];
      if (input !== undefined && !isFollowed(input)) continue;
      if (input === undefined) {
        finished.push(top.ref);
        stack.pop();
        continue;
      }
      const seen = reached.get(input);
      if (seen && seen.left >= 0) {
        const refs = stack.map((frame) => frame.ref);
        return refuse({ code: 'lineage-loop', loop: [...refs.slice(refs.indexOf(input)), input] });
      }
      if (seen === undefined) enter(input);
    }
  }
  return ok(finished.reverse());
}

/** Open while something is left of it; below nothing it is done. */
type Frame = { ref: string; inputs: readonly string[]; left: number };

const NONE: readonly never[] = [];
