import type { RelationshipRecord } from '@/lib/model/records';

export type LineEndMark = 'crow-one' | 'crow-zero-one' | 'crow-many' | 'crow-unknown';

/** Which mark stands at each end. Optional loosens the "one" a row refers to: it may refer to none. */
export function lineEnds({ cardinality, optional }: RelationshipRecord): { from: LineEndMark; to: LineEndMark } {
  const one: LineEndMark = optional ? 'crow-zero-one' : 'crow-one';
  switch (cardinality) {
    case 'many-to-one':
      return { from: 'crow-many', to: one };
    case 'one-to-many':
      return { from: one, to: 'crow-many' };
    case 'one-to-one':
      return { from: 'crow-one', to: one };
    case null:
      return { from: 'crow-unknown', to: 'crow-unknown' };
  }
}
