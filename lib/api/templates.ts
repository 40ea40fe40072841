import { z } from 'zod';
import { ModelRecord } from '@/lib/model/records';

export const Template = z.strictObject({
  key: z.string(),
  name: z.string(),
  workspace: z.string(),
  decision: z.string().nullable(),
  /** By their labels. */
  entities: z.array(z.string()),
  metrics: z.array(z.strictObject({ label: z.string(), sentence: z.string() })),
  records: z.array(ModelRecord),
});
export type Template = z.infer<typeof Template>;

export const Templates = z.strictObject({ templates: z.array(Template) });
export type Templates = z.infer<typeof Templates>;
