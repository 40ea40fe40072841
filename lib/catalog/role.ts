import { z } from 'zod';

/** What a person is in a workspace. An admin looks after the workspace and is no product's owner by that alone. */
export const Role = z.enum(['analyst', 'engineer', 'owner', 'admin']);
export type Role = z.infer<typeof Role>;
