import type { AttributeRole, AttributeType } from '@/lib/model/records';

type Guess = { type: AttributeType; role: AttributeRole };

const GUESSES: readonly [RegExp, Guess][] = [
  [/\b(id|key|number|no|code|sku|reference)$/, { type: 'string', role: 'identifier' }],
  [/^(is|has|was|can)\b|\b(flag)$/, { type: 'boolean', role: 'flag' }],
  [/\b(at|on|time|timestamp|moment)$/, { type: 'timestamp', role: 'time' }],
  [/\b(date|day|birthday|deadline)$/, { type: 'date', role: 'time' }],
  [/\b(count|quantity|units|items|orders|age|days|score|rank)$/, { type: 'integer', role: 'number' }],
  [
    /\b(amount|price|cost|value|revenue|total|fee|tax|rate|share|weight|freight|discount|balance)$/,
    { type: 'decimal', role: 'number' },
  ],
  [
    /\b(status|state|type|kind|category|country|channel|segment|city|region|currency|method)$/,
    { type: 'string', role: 'category' },
  ],
];

/** What a field is probably for, from what somebody calls it: "Ordered at" is a time. Null when nothing says so. */
export function guessField(words: string): Guess | null {
  const plain = words.trim().toLowerCase().replace(/[_-]+/g, ' ');
  return GUESSES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
