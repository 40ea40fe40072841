import type { AttributeType } from '@/lib/model/records';

/** The first that fits every value. A number with a leading zero is a code, and a day is written in many ways. */
const MOMENTS: readonly [AttributeType, RegExp][] = [
  ['timestamp', /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?(Z|[-+]\d\d(:?\d\d)?)?$/],
  ['date', /^(\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4})$/],
  ['time', /^\d{1,2}:\d\d(:\d\d)?$/],
];
const CELLS: readonly [AttributeType, RegExp][] = [
  ['boolean', /^(true|false|yes|no|y|n)$/i],
  ['integer', /^-?(0|[1-9]\d{0,17})$/],
  ['decimal', /^[-+]?[€$£¥]?\s?(0|[1-9]\d*|[1-9]\d{0,2}([,. '’]\d{3})*)([.,]\d+)?\s?[€$£¥%]?$/],
  ...MOMENTS,
];

/** What cells of a spreadsheet hold, which are all written as text; nothing at all is text. */
export function typeOfCells(values: readonly string[]): AttributeType {
  return firstFit(values, CELLS);
}

/** What texts hold that could have been numbers and are not: moments, or words. */
export function typeOfTexts(values: readonly string[]): AttributeType {
  return firstFit(values, MOMENTS);
}

function firstFit(values: readonly string[], types: readonly [AttributeType, RegExp][]): AttributeType {
  const said = values.filter((value) => value !== '');
  if (said.length === 0) return 'string';
  return types.find(([, pattern]) => said.every((value) => pattern.test(value)))?.[0] ?? 'string';
}
