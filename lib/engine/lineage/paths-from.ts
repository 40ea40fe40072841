import { addStep, type Step } from '../steps';

/** Every product upstream of one, itself included, with a shortest path to it; `begin` is the path so far. */
export function pathsFrom(
  inputs: ReadonlyMap<string, readonly string[]>,
  start: string,
  begin: Step = addStep(null, start),
): Map<string, Step> {
  const found = new Map<string, Step>([[start, begin]]);
  for (const [product, path] of found)
    for (const input of inputs.get(product) ?? []) if (!found.has(input)) found.set(input, addStep(path, input));
  return found;
}
