import type { ExpectationRecord } from '@/lib/model/records';
import { unknownTimeIn } from '@/lib/model/unknown-time';
import { orAbsent, unless } from './absent';
import type { FileModelInput } from './file-schema-model';
import { printTarget } from './reference';
import { mapRuleReferences } from './rule-references';
import { attributeIn, nameIn, targetIn, type WrittenNames } from './written-names';

/** One line of `expectations`; attributes of the entity it is about are written without it. */
export function fromExpectation(
  naming: WrittenNames,
  { id, onId, rule, enforcement, origin, words }: ExpectationRecord,
): NonNullable<FileModelInput['expectations']>[number] {
  if (unknownTimeIn(rule) !== null) naming.unwritable.push({ id, because: 'period-or-zone-unknown' });
  const target = targetIn(naming, onId, id);
  const owner = target.kind === 'entity' ? target.name : target.kind === 'attribute' ? target.entity : null;
  const named = mapRuleReferences(rule, {
    attribute: (attribute) => withoutOwner(attributeIn(naming, attribute, id), owner),
    measure: (measure) => nameIn(naming, 'measure', measure, id),
    metric: (metric) => nameIn(naming, 'metric', metric, id),
  });
  return {
    on: printTarget(naming.names, target),
    ...named,
    enforcement: unless(enforcement, 'check'),
    estimated: origin === 'estimated' ? true : undefined,
    origin: origin === 'policy' ? origin : undefined,
    words: orAbsent(words),
  };
}

function withoutOwner(reference: string, owner: string | null): string {
  return owner !== null && reference.startsWith(`${owner}.`) ? reference.slice(owner.length + 1) : reference;
}
