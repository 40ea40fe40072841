import type { ModelNames } from './file-names';

/** The two halves of `source.table`, `product.entity`, `entity.attribute`: before and after the first dot. */
export function splitReference(reference: string): { owner: string; member: string } | null {
  const dot = reference.indexOf('.');
  if (dot <= 0 || dot === reference.length - 1) return null;
  return { owner: reference.slice(0, dot), member: reference.slice(dot + 1) };
}

/** What an expectation can be about. */
export type Target =
  | { kind: 'model' }
  | { kind: 'attribute'; entity: string; attribute: string }
  | { kind: 'entity' | 'relationship' | 'metric' | 'segment' | 'measure'; name: string };

const BARE = ['entity', 'relationship', 'metric'] as const;
const NAMED = [...BARE, 'segment', 'measure'] as const;

/**
 * What `on` means. A bare word is the model, else an entity, else a relationship, else a metric, in this order. Where
 * one word is several of these, or for a segment or a measure, the kind stands before it: `metric:revenue`.
 */
export function findTarget(names: ModelNames, on: string): Target | null {
  if (on === 'model') return { kind: 'model' };
  const parts = splitReference(on);
  if (parts) {
    const isKnown = names.entities.get(parts.owner)?.has(parts.member) === true;
    return isKnown ? { kind: 'attribute', entity: parts.owner, attribute: parts.member } : null;
  }
  const bare = BARE.find((kind) => knownOf(names, kind).has(on));
  if (bare) return { kind: bare, name: on };
  const stated = NAMED.find((kind) => on.startsWith(`${kind}:`) && knownOf(names, kind).has(on.slice(kind.length + 1)));
  return stated ? { kind: stated, name: on.slice(stated.length + 1) } : null;
}

/** How a target is written: in the shortest way that reads back as itself. */
export function printTarget(names: ModelNames, target: Target): string {
  if (target.kind === 'model') return 'model';
  if (target.kind === 'attribute') return `${target.entity}.${target.attribute}`;
  const bare = findTarget(names, target.name);
  return bare?.kind === target.kind ? target.name : `${target.kind}:${target.name}`;
}

function knownOf(names: ModelNames, kind: (typeof NAMED)[number]): { has(name: string): boolean } {
  const known = {
    entity: names.entities,
    relationship: names.relationships,
    metric: names.metrics,
    segment: names.segments,
    measure: names.measures,
  };
  return known[kind];
}
