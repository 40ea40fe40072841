import { z } from 'zod';

/** A schema without what says only that it may be absent. */
export function bareSchema(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bareSchema(schema.unwrap());
  }
  return schema;
}

/** The schema of the value at a path; of a choice by a word, the one that was chosen. Null where the path leaves the schema. */
export function schemaAt(root: z.core.$ZodType, value: unknown, path: readonly PropertyKey[]): z.core.$ZodType | null {
  let schema: z.core.$ZodType | null = chosen(bareSchema(root), value);
  let here = value;
  for (const step of path) {
    schema = schema && childSchema(schema, step);
    here = childValue(here, step);
    schema = schema && chosen(bareSchema(schema), here);
  }
  return schema;
}

/** The keys a map may have at this place. */
export function knownKeys(schema: z.core.$ZodType | null): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((option) => knownKeys(option)))];
  return [];
}

function chosen(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const word = childValue(value, schema.def.discriminator);
  return schema.options.find((option) => acceptsWord(option, schema.def.discriminator, word)) ?? schema;
}

function acceptsWord(option: z.core.$ZodType, key: string, word: unknown): boolean {
  const literal = option instanceof z.ZodObject ? option.shape[key] : undefined;
  return literal instanceof z.ZodLiteral && literal.safeParse(word).success;
}

function childSchema(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType | null {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodObject) return schema.shape[String(step)] ?? null;
  if (schema instanceof z.ZodUnion)
    return schema.options.map((option) => childSchema(option, step)).find((found) => found !== null) ?? null;
  return null;
}

function childValue(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
}
