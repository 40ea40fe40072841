import type { ExpectationRecord, RecordId, RecordKind } from '@/lib/model/records';
import type { ModelNames } from './file-names';
import type { FileExpectation } from './file-schema-rule';
import { attributeIdOf, recordIdOf } from './record-ids';
import { findTarget, printTarget, type Target } from './reference';
import { mapRuleReferences } from './rule-references';

type Around = { names: ModelNames; idOf: (kind: RecordKind, path: string) => RecordId };

export function toExpectation(file: FileExpectation, order: number, { names, idOf }: Around): ExpectationRecord {
  const { on, enforcement, words, estimated, origin, ...rule } = file;
  const target = findTarget(names, on);
  if (!target) throw new Error(`an expectation on nothing was let through: ${on}`);
  const owner = target.kind === 'entity' ? target.name : target.kind === 'attribute' ? target.entity : null;
  return {
    kind: 'expectation',
    id: idOf('expectation', `${printTarget(names, target)}:${rule.rule}`),
    order,
    onId: targetId(target),
    rule: mapRuleReferences(rule, {
      attribute: (name) =>
        name.includes('.') || owner === null ? recordIdOf('attribute', name) : attributeIdOf(owner, name),
      measure: (name) => recordIdOf('measure', name),
      metric: (name) => recordIdOf('metric', name),
    }),
    enforcement,
    origin: origin ?? (estimated ? 'estimated' : 'stated'),
    words,
  };
}

function targetId(target: Target): RecordId | null {
  if (target.kind === 'model') return null;
  if (target.kind === 'attribute') return attributeIdOf(target.entity, target.attribute);
  return recordIdOf(target.kind, target.name);
}
