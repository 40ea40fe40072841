import { z } from 'zod';
import { Person } from './person';

export const People = z.strictObject({ people: z.array(Person) });
export type People = z.infer<typeof People>;

export const SwitchPerson = z.strictObject({ person: z.string().min(1).max(100) });
export type SwitchPerson = z.infer<typeof SwitchPerson>;
