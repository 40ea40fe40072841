import type { Role } from '@/lib/catalog/role';

/** Where somebody lands who takes a page over from somebody else. */
export type Landing = { kind: 'stay' } | { kind: 'inbox' } | { kind: 'studio'; product: string };

/**
 * An analyst's studio is their own model; whoever provides data finds what is asked of them. A page that is everybody's
 * stays, without its selection.
 */
export function pageAfterSwitch(path: string, role: Role, models: readonly string[]): Landing {
  const [firstModel] = models;
  if (role !== 'analyst') return path.startsWith('/studio/') ? { kind: 'inbox' } : { kind: 'stay' };
  const isMine = models.some((key) => path === `/studio/${key}`);
  const isShared = path.startsWith('/catalog') || path.startsWith('/lineage');
  if (isMine || isShared || firstModel === undefined) return { kind: 'stay' };
  return { kind: 'studio', product: firstModel };
}
