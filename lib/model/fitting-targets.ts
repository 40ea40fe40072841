import type { RecordKind } from './records';
import type { ExpectationRule } from './rule';

export type TargetKind = RecordKind | 'model';

const FITTING: { readonly [R in ExpectationRule['rule']]?: readonly TargetKind[] } = {
  'not-null': ['attribute'],
  unique: ['entity', 'attribute'],
  'in-set': ['attribute'],
  range: ['attribute', 'metric'],
  pattern: ['attribute'],
  holds: ['entity', 'attribute', 'relationship'],
  reference: ['relationship'],
};

/** Where a rule is most at home, the usual first: what a person is offered who states one. */
const OFFERED: { readonly [R in ExpectationRule['rule']]: readonly TargetKind[] } = {
  'not-null': ['attribute'],
  unique: ['entity', 'attribute'],
  'in-set': ['attribute'],
  range: ['attribute', 'metric'],
  pattern: ['attribute'],
  holds: ['entity', 'relationship'],
  completeness: ['entity', 'attribute', 'metric', 'model'],
  reference: ['relationship'],
  reconcile: ['model'],
  volume: ['entity'],
  freshness: ['model', 'entity', 'metric'],
  deadline: ['model', 'entity', 'metric'],
  availability: ['model', 'entity', 'metric'],
  history: ['model', 'entity', 'metric'],
  delivery: ['model'],
};

/** False where a rule says nothing about a thing: only a relationship has orphans. */
export function mayStandOn(rule: ExpectationRule['rule'], kind: TargetKind): boolean {
  return FITTING[rule]?.includes(kind) ?? true;
}

/** What a rule is offered for, the usual first; every one of them is legal. */
export function offeredTargets(rule: ExpectationRule['rule']): readonly TargetKind[] {
  return OFFERED[rule];
}
