import { ok, type Result, refuse } from '@/lib/base/result';
import { type FieldTrace, traceField } from '@/lib/catalog/trace-field';
import { findProduct } from './find-product';
import type { Refusal } from './refusal';
import type { World } from './world';

/** The way of one field's value, from its columns to the numbers that stand on it, as the models are published. */
export async function readFieldTrace(
  world: World,
  { product, field }: { product: string; field: string },
): Promise<Result<FieldTrace, Refusal>> {
  const found = await findProduct(world, world.store, 'catalog.read', product);
  if (!found.ok) return found;
  const trace = traceField(found.value.snapshot, { product, field });
  return trace ? ok(trace) : refuse({ code: 'not-found', what: 'record', key: `${product}.${field}` });
}
