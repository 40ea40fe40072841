import type { Actor } from '@/lib/auth/actor';
import { can, type Resource } from '@/lib/auth/can';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { Action } from '@/lib/catalog/action';
import type { Product } from '@/lib/catalog/snapshot';
import type { Refusal } from './refusal';

/** The policy's answer as a refusal. What belongs to another workspace does not exist here. */
export function allow(actor: Actor, action: Action, resource: Resource): Result<null, Refusal> {
  const decision = can(actor, action, resource);
  return decision.allowed ? ok(null) : refuse({ code: 'forbidden', because: decision.because });
}

type Answerable = Pick<Product, 'alignment' | 'owner'> & { useCase: { owner?: string | null | undefined } | null };

/** A product as the policy sees it: the teams that answer for it are its owner and its use case's. */
export function productResource(workspaceId: string, product: Answerable): Resource & { kind: 'product' } {
  const teams = new Set([product.owner, product.useCase?.owner ?? null].filter((team) => team !== null));
  return { kind: 'product', workspaceId, alignment: product.alignment, teams: [...teams] };
}
