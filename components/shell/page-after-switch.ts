import type { Route } from 'next';
import type { Role } from '@/lib/catalog/role';

/**
 * Where somebody lands who takes over a page from somebody else: null keeps the page (without its selection). An
 * analyst's studio is their own model; whoever provides data finds what is asked of them.
 */
export function pageAfterSwitch(path: string, role: Role, models: readonly string[]): Route | null {
  const isStudio = path.startsWith('/studio/');
  const [firstModel] = models;
  if (role === 'analyst') {
    const isMine = models.some((key) => path === `/studio/${key}`);
    const isShared = path.startsWith('/catalog') || path.startsWith('/lineage');
    if (isMine || isShared || firstModel === undefined) return null;
    return `/studio/${firstModel}`;
  }
  return isStudio ? '/inbox' : null;
}
