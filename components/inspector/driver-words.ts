import { labelOfRecord } from '@/lib/model/names';
import type { DriverRecord, ModelDocument } from '@/lib/model/records';
import { callAttribute, midSentence } from '@/lib/model/words-for';

/** A line of the metric tree as a sentence. */
export function driverWords(document: ModelDocument, { fromId, toId, byId, driver, sign }: DriverRecord): string {
  const from = labelOfRecord(document, fromId);
  if (driver === 'segment') return `${from} is cut by ${byId === null ? '…' : callAttribute(document, byId, null)}`;
  const to = toId === null ? '…' : midSentence(labelOfRecord(document, toId));
  if (driver === 'component') return `${from} is part of ${to}, always`;
  const how = sign === null ? '' : sign === 'plus' ? ': more leads to more' : ': more leads to less';
  return `${from} is believed to drive ${to}${how}`;
}
