import type { Plan, Requirement } from '../plan';

/** Rows that one consumer alone is the cause of, and that are others as soon as somebody else is planned beside it. */
export function findTouchedRows(alone: Plan, together: Plan, consumer: string): string[] {
  const isOwn = ({ because }: Requirement) =>
    because.every((cause) => cause.consumer === consumer && cause.policy === undefined);
  const known = new Map(alone.requirements.map((row) => [keyOf(row), JSON.stringify(row)]));
  return together.requirements.filter(isOwn).flatMap((row) => {
    const [before, after] = [known.get(keyOf(row)), JSON.stringify(row)];
    return before === after ? [] : [`${keyOf(row)} of ${consumer} alone: ${before} became ${after}`];
  });
}

function keyOf({ product, target, kind, rule }: Requirement): string {
  return JSON.stringify([product, target, kind, rule]);
}
