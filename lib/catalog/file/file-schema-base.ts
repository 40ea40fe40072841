import { z } from 'zod';

/** A field that may stay open: absent and null are the same, nothing decided yet. */
export function unfinished<T extends z.ZodType>(schema: T) {
  return schema.nullable().default(null);
}

/**
 * What a record of a model is called in a file. Dots and colons are left to references (`order.status`, `metric:aov`),
 * so that a reference reads in one way only.
 */
export const RecordKey = z
  .string()
  .regex(/^(?!\s)[^.:\p{Cc}\p{Cs}]{1,200}(?<!\s)$/u, 'a name without dots, colons and control characters');

/** `entity.attribute`, or an entity alone while its attributes are not chosen; whether they exist is checked later. */
export const Reference = z.string().min(1);
