import type { Role } from '@/lib/catalog/role';

/** Who acts: one person of one workspace. Nothing is ever done by nobody. */
export type Actor = {
  readonly id: string;
  readonly workspaceId: string;
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  /** Keys of the teams they are in. */
  readonly teams: readonly string[];
};
