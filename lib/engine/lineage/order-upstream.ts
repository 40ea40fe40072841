import { ok, type Result, refuse } from '@/lib/base/result';
import type { CompiledEntity, Lineage } from './lineage';

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
  const state = new Map<string, 'open' | 'done'>();
  const finished: string[] = [];
  for (const root of [...roots].reverse()) {
    if (state.has(root)) continue;
    const stack: { ref: string; inputs: readonly string[]; left: number }[] = [];
    const enter = (ref: string) => {
      state.set(ref, 'open');
      const inputs = inputsOf(lineage, ref);
      stack.push({ ref, inputs, left: inputs.length });
    };
    enter(root);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      top.left -= 1;
      const input = top.inputs[top.left];
      if (input !== undefined && !isFollowed(input)) continue;
      if (input === undefined) {
        state.set(top.ref, 'done');
        finished.push(top.ref);
        stack.pop();
        continue;
      }
      const seen = state.get(input);
      if (seen === 'open') {
        const refs = stack.map((frame) => frame.ref);
        return refuse({ code: 'lineage-loop', loop: [...refs.slice(refs.indexOf(input)), input] });
      }
      if (seen === undefined) enter(input);
    }
  }
  return ok(finished.reverse());
}

const known = new WeakMap<CompiledEntity, readonly string[]>();

function inputsOf(lineage: Lineage, ref: string): readonly string[] {
  const entity = lineage.entity(ref);
  if (!entity?.derivation) return [];
  const made =
    known.get(entity) ?? entity.derivation.inputs.flatMap((input) => (input.kind === 'entity' ? [input.ref] : []));
  known.set(entity, made);
  return made;
}
