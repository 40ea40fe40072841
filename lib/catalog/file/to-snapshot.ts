import { EMPTY_MODEL } from '@/lib/model/records';
import type { Product, WorkspaceSnapshot } from '../snapshot';
import { alignmentOfKey } from './alignment-of-key';
import type { FileProduct, WorkspaceFile } from './file-schema';
import { toModel } from './to-model';

/** The snapshot a file stands for, once its shape and its names are right. */
export function toSnapshot(file: WorkspaceFile): WorkspaceSnapshot {
  const { workspace, domains, teams, prices, sources, policies, products, contracts } = file;
  return { workspace, domains, teams, prices, sources, policies, products: products.map(toProduct), contracts };
}

function toProduct({ model, alignment, ...rest }: FileProduct): Product {
  const said = alignment ?? alignmentOfKey(rest.key);
  if (!said) throw new Error(`a product without alignment was let through: ${rest.key}`);
  const document = model ? toModel(model) : EMPTY_MODEL;
  return { ...rest, name: rest.name ?? rest.key, alignment: said, model: document };
}
