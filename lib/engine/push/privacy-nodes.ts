import type { Classification } from '@/lib/model/records';
import type { EntityDemand } from '../demand/demand';
import { valueColumns } from '../demand/raw-columns';
import { overInputs } from '../lineage/over-inputs';

/** A needed attribute somewhere upstream or in the consumer's own model. */
export type PrivacyNode = { needed: EntityDemand; name: string; key: string; offered: Classification | null };

/** What a value is made of, one step upstream: of its expression those columns that `columnsIn` counts. */
export function inputsOfNode(
  nodes: ReadonlyMap<string, PrivacyNode>,
  { needed, name }: PrivacyNode,
  columnsIn = valueColumns,
): PrivacyNode[] {
  const tree = needed.entity ? overInputs(needed.entity, name) : null;
  const inputs = needed.entity?.derivation?.inputs ?? [];
  return (tree === null ? [] : columnsIn(tree)).flatMap(({ qualifier, name: column }) => {
    const input = inputs.find(({ alias }) => alias === qualifier);
    return nodes.get(`${input?.ref ?? ''}.${column}`) ?? [];
  });
}
