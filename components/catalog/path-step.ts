/** One step of a cause's path, `product:entity.attribute`, `product:entity` or `product`, taken apart. */
export type PathStep = { product: string; target: string | null };

export function readPathStep(step: string): PathStep {
  const colon = step.indexOf(':');
  if (colon === -1) return { product: step, target: null };
  return { product: step.slice(0, colon), target: step.slice(colon + 1) };
}

/** The path with neighbours of one product joined: who is passed, and the last thing touched there. */
export function productsOnPath(path: readonly string[]): PathStep[] {
  const steps: PathStep[] = [];
  for (const step of path.map(readPathStep)) {
    if (steps.at(-1)?.product === step.product) steps.pop();
    steps.push(step);
  }
  return steps;
}
