import { joinWords } from '@/lib/base/join-words';
import { unreachable } from '@/lib/base/unreachable';
import type { DriverRefusal } from './driver-refusal';
import { labelOfRecord } from './names';
import type { ModelDocument, RecordId } from './records';
import { midSentence } from './words-for';

/** Why one metric may not be said to drive another, as a sentence. */
export function describeDriverRefusal(
  document: ModelDocument,
  { fromId, toId }: { fromId: RecordId; toId: RecordId },
  refusal: DriverRefusal,
): string {
  const [from, to] = [fromId, toId].map((id) => labelOfRecord(document, id));
  switch (refusal.code) {
    case 'itself':
      return `${from} cannot drive itself.`;
    case 'in-formula':
      return `${from} is part of the formula of ${midSentence(to ?? '')} already.`;
    case 'drawn':
      return `That ${midSentence(from ?? '')} drives ${midSentence(to ?? '')} is drawn already.`;
    case 'circle': {
      const through = refusal.through.map((id) => midSentence(labelOfRecord(document, id)));
      const by = through.length === 0 ? '' : ` by way of ${joinWords(through)}`;
      return `${to} moves ${midSentence(from ?? '')} already${by}: it would run in a circle.`;
    }
    default:
      return unreachable(refusal);
  }
}
