import type { AttributeType } from '@/lib/model/records';

const TYPES: readonly [RegExp, AttributeType][] = [
  [/\[\s*\d*\s*\]|^(array|struct|map|row|record|object|variant|super|hstore|json)/, 'json'],
  [/^(bool|bit( ?\( ?1 ?\))?$|tinyint ?\( ?1 ?\))/, 'boolean'],
  [/^(dec|decimal|numeric|number|fixed) ?\( ?\d+ ?(, ?0 ?)?\)/, 'integer'],
  [/^(tiny|small|medium|big|huge)?(int|serial)|^u(tiny|small|big)?int|^(year|byteint)\b/, 'integer'],
  [/^(dec|decimal|numeric|number|fixed|float|double|real|money|smallmoney|bignumeric|bigdecimal|binary_)/, 'decimal'],
  [/^(timestamp|datetime|smalldatetime)/, 'timestamp'],
  [/^date\b/, 'date'],
  [/^time/, 'time'],
];

/** What a column of a type holds, whatever the dialect calls it. What is not known is text, because anything can be written. */
export function columnType(written: string): AttributeType {
  const plain = written.trim().toLowerCase().replace(/\s+/g, ' ');
  return TYPES.find(([pattern]) => pattern.test(plain))?.[1] ?? 'string';
}
