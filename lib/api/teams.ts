import { z } from 'zod';
import { Role } from '@/lib/catalog/role';
import { Named } from './named';
import { Person } from './person';

const Key = z.string().min(1).max(100);
const Name = z.string().trim().min(1, 'give it a name').max(120);

export const Teams = z.strictObject({
  teams: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      domain: Named.nullable(),
      people: z.array(Named),
      /** What it owns. */
      products: z.array(Named),
      /** For If-Match. */
      version: z.number().int(),
    }),
  ),
  people: z.array(Person.extend({ version: z.number().int() })),
  domains: z.array(Named),
  canManage: z.boolean(),
});
export type Teams = z.infer<typeof Teams>;

export const NewTeam = z.strictObject({ name: Name, domain: Key.nullable() });
export type NewTeam = z.infer<typeof NewTeam>;
export const NewPerson = z.strictObject({
  name: Name,
  title: z.string().trim().max(120),
  role: Role,
  teams: z.array(Key).max(100),
});
export type NewPerson = z.infer<typeof NewPerson>;
export const PersonChange = NewPerson.partial();
export type PersonChange = z.infer<typeof PersonChange>;
export const Kept = z.strictObject({ key: z.string() });
