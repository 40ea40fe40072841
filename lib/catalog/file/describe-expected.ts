import { z } from 'zod';
import { joinWords } from '@/lib/base/join-words';
import { bareSchema } from './schema-at';

/** What a place expects, in words: `a text`, `one of batch, stream, api, sql`, `a map with the keys key and name`. */
export function describeExpected(schema: z.core.$ZodType | null): string {
  if (schema === null) return 'another value';
  const bare = bareSchema(schema);
  if (bare instanceof z.ZodString) return 'a text';
  if (bare instanceof z.ZodNumber) return 'a number';
  if (bare instanceof z.ZodBoolean) return 'true or false';
  if (bare instanceof z.ZodEnum) return oneOf(bare.options.map(String));
  if (bare instanceof z.ZodLiteral) return oneOf([...bare.values].map(String));
  if (bare instanceof z.ZodArray) return 'a list';
  if (bare instanceof z.ZodRecord) return 'a map';
  if (bare instanceof z.ZodObject) return describeMap(bare);
  if (bare instanceof z.ZodDiscriminatedUnion) return `a map with the key ${bare.def.discriminator}`;
  if (bare instanceof z.ZodUnion) return bare.options.map((option) => describeExpected(option)).join(' or ');
  return 'another value';
}

/** The keys that have to be there; of a map where none has to be, the ones that may. */
function describeMap(schema: z.ZodObject): string {
  const keys = Object.keys(schema.shape);
  const required = keys.filter((key) => !schema.shape[key]?.safeParse(undefined).success);
  if (required.length > 0) return `a map with ${required.length === 1 ? 'the key' : 'the keys'} ${joinWords(required)}`;
  return `a map with any of the keys ${joinWords(keys)}`;
}

function oneOf(words: readonly string[]): string {
  return words.length === 1 ? `${words[0]}` : `one of ${words.join(', ')}`;
}
