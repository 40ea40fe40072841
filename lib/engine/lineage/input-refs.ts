import type { CompiledEntity, CompiledInput } from './lineage';

/** The entities among all inputs of an entity, in their order; the very same list for every caller. */
export function inputRefs(entity: CompiledEntity): readonly string[] {
  const before = known.get(entity);
  if (before) return before;
  const made = refsOf(entity.derivation?.inputs ?? NONE);
  known.set(entity, made);
  return made;
}

/** The entities among some inputs, in their order. */
export function refsOf(inputs: readonly CompiledInput[]): readonly string[] {
  const refs = inputs.flatMap(({ kind, ref }) => (kind === 'entity' ? [ref] : []));
  return refs.length === 0 ? NONE : refs;
}

const known = new WeakMap<CompiledEntity, readonly string[]>();
const NONE: readonly never[] = [];
