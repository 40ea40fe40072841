import { ok, type Result } from '@/lib/base/result';
import type { Template } from '@/lib/catalog/templates';
import { allow } from './allow';
import type { Refusal } from './refusal';
import type { World } from './world';

/** The models one may begin with. They belong to no workspace, so whoever sees a catalog sees them. */
export function listTemplates(
  { actor }: World,
  templates: readonly Template[],
): Result<{ templates: Template[] }, Refusal> {
  const allowed = allow(actor, 'catalog.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  return allowed.ok ? ok({ templates: [...templates] }) : allowed;
}
