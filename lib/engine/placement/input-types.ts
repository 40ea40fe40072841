import type { TypeOf } from '@/lib/sql/print-engine';
import type { CompiledEntity, Lineage } from '../lineage/lineage';

/** The types of what an entity's expressions read: of its inputs by alias, and of its own attributes by bare name. */
export function typesOfInputs(lineage: Lineage, entity: CompiledEntity): TypeOf {
  const inputs = new Map((entity.derivation?.inputs ?? []).map((input) => [input.alias, input]));
  return ({ qualifier, name }) => {
    if (qualifier === null) return entity.attributes.get(name)?.record.type;
    const input = inputs.get(qualifier);
    if (input?.kind === 'entity') return lineage.entity(input.ref)?.attributes.get(name)?.record.type;
    return lineage.table(input?.ref ?? '')?.table.columns.find((column) => column.name === name)?.type;
  };
}
