import { z } from 'zod';
import { isTimeZone, knownTimeZones, TIME_ZONES_IN_WORDS } from '@/lib/base/time-zone';

/** A field that may stay open: absent and null are the same, nothing decided yet. */
export function unfinished<T extends z.ZodType>(schema: T) {
  return schema.nullable().default(null);
}

/**
 * What a record of a model is called in a file. The dot is left to references (`order.status`), and so is a kind with a
 * colon at the beginning (`metric:aov`), so that a reference reads in one way only.
 */
export const RecordKey = z
  .string()
  .regex(
    /^(?!\s|(?:entity|relationship|metric|segment|measure):)[^.\p{Cc}\p{Cs}]+(?<!\s)$/u,
    'a name without dots and control characters, no space at its ends and no kind before it',
  );

/** `entity.attribute`, or an entity alone while its attributes are not chosen; whether they exist is checked later. */
export const Reference = z.string().min(1);

export const FileTimeZone = z
  .string()
  .refine(isTimeZone, { error: TIME_ZONES_IN_WORDS, params: { choices: knownTimeZones() } });
