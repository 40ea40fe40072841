/**
 * A path as a shared list: a step and the one before it, towards the consumer. Every path that runs through a step shares
 * it, so a chain of 20,000 products costs 20,000 steps and not their square.
 */
export type Step = {
  name: string;
  before: Step | null;
  length: number;
  /** The last of the first steps that are printed of a long path; null while it is shorter than that. */
  half: Step | null;
};

/** Longer paths are shortened in the middle: nobody reads thousands of steps. */
const STEPS_MAX = 24;
const HALF = STEPS_MAX / 2;

export function addStep(before: Step | null, name: string): Step {
  const step: Step = { name, before, length: (before?.length ?? 0) + 1, half: before?.half ?? null };
  if (step.length === HALF) step.half = step;
  return step;
}

/** From the consumer on, a long path with its middle left out and counted. */
export function printSteps(last: Step): string[] {
  if (last.length <= STEPS_MAX) return allSteps(last);
  const head = last.half ? allSteps(last.half) : [];
  return [...head, `… ${last.length - STEPS_MAX} more …`, ...lastSteps(last, HALF)];
}

export function allSteps(last: Step): string[] {
  return lastSteps(last, last.length);
}

function lastSteps(last: Step, wanted: number): string[] {
  const steps: string[] = [];
  for (let step: Step | null = last; step !== null && steps.length < wanted; step = step.before) steps.push(step.name);
  return steps.reverse();
}
