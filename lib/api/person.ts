import { z } from 'zod';
import { Role } from '@/lib/catalog/role';
import { Named } from './named';

export const Person = z.strictObject({
  key: z.string(),
  name: z.string(),
  /** Their role in words: "Analyst", "Owner of Orders". */
  title: z.string(),
  role: Role,
  teams: z.array(Named),
  initials: z.string(),
});
export type Person = z.infer<typeof Person>;
