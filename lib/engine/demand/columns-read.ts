import { entityReads, type InputColumn } from '../lineage/entity-reads';
import type { CompiledEntity, CompiledInput } from '../lineage/lineage';
import type { EntityDemand } from './demand';

/**
 * The columns of one table that needed entities read, whoever needs them: each attribute of each entity is looked at once,
 * however many consumers need it.
 */
export class ColumnsRead {
  readonly names = new Set<string>();
  private readonly attributes = new Map<CompiledEntity, boolean[]>();
  private readonly inputs = new Set<CompiledInput>();

  constructor(private readonly table: string) {}

  add({ entity, attributes, liveInputs }: EntityDemand): void {
    if (!entity) return;
    const reads = entityReads(entity);
    const known = this.attributes.get(entity);
    const seen = known ?? [];
    if (!known) {
      this.attributes.set(entity, seen);
      for (const { columns } of reads.rows) this.read(entity, columns);
    }
    for (const at of attributes.order) {
      if (seen[at]) continue;
      seen[at] = true;
      this.read(entity, reads.attributes[at]?.columns ?? NONE);
    }
    for (const { input } of liveInputs) {
      if (input.on === null || this.inputs.has(input)) continue;
      this.inputs.add(input);
      this.read(entity, reads.on[entity.derivation?.inputs.indexOf(input) ?? -1] ?? NONE);
    }
  }

  private read({ derivation }: CompiledEntity, columns: readonly InputColumn[]): void {
    for (const { at, name } of columns) {
      const input = derivation?.inputs[at];
      if (input?.kind === 'table' && input.ref === this.table) this.names.add(name);
    }
  }
}

const NONE: readonly InputColumn[] = [];
