import { unreachable } from '@/lib/base/unreachable';
import type { ModelChange } from './compare-models';
import type { RecordKind } from './records';
import type { Vocabulary } from './vocabulary';

/** One change as a sentence: "Metric churn is new." */
export function describeChange(change: ModelChange, vocabulary: Vocabulary): string {
  const plain = vocabulary === 'plain';
  const it = `${(plain ? PLAIN_KINDS : FIELD_KINDS)[change.kind]} ${change.name}`;
  switch (change.change) {
    case 'added':
      return `${it} is new.`;
    case 'removed':
      return `${it} is gone.`;
    case 'renamed':
      return `${(plain ? PLAIN_KINDS : FIELD_KINDS)[change.kind]} ${change.from} is now called ${change.to}.`;
    case 'retyped':
      return `${it} was ${change.from} and is ${change.to}.`;
    case 'reclassified':
      return `${it} was ${change.from ?? 'not classified'} and is ${change.to ?? 'not classified'}.`;
    case 'regrained':
      return plain
        ? `${it} had one row per ${list(change.from)} and has one per ${list(change.to)}.`
        : `${it}: the grain was ${list(change.from)} and is ${list(change.to)}.`;
    case 'recounted':
      return `${it} was ${change.from ?? 'undecided'} and is ${change.to ?? 'undecided'}.`;
    case 'bound':
      return plain ? `${it} is found: it says where it comes from.` : `${it} is bound.`;
    case 'unbound':
      return plain ? `${it} no longer says where it comes from.` : `${it} is unbound.`;
    case 'rebound':
      return plain ? `${it} comes from elsewhere.` : `${it} has another derivation.`;
    case 'redefined':
      return `${it} is defined differently.`;
    case 'tightened':
      return `${it} asks for more.`;
    case 'loosened':
      return `${it} asks for less.`;
    case 'reworded':
      return `${it} has other words (${change.fields.join(', ')}).`;
    default:
      return unreachable(change);
  }
}

function list(names: string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}

const FIELD_KINDS: Record<RecordKind, string> = {
  entity: 'Entity',
  attribute: 'Attribute',
  relationship: 'Relationship',
  segment: 'Segment',
  measure: 'Measure',
  metric: 'Metric',
  driver: 'Driver',
  expectation: 'Expectation',
};

const PLAIN_KINDS: Record<RecordKind, string> = {
  ...FIELD_KINDS,
  entity: 'The thing',
  attribute: 'The field',
  relationship: 'The connection',
  segment: 'The selection',
  driver: 'In the metric tree,',
  expectation: 'What I need,',
};
