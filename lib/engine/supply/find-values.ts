import { indexModel, recordOf } from '@/lib/model/model-index';
import { columnsOf } from '@/lib/sql/columns';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import { findTableColumn } from './find-table-column';
import { nullShare } from './null-share';

/** Share of missing values; `measured` when it is a table's own statistic and not composed or stated. */
export type MissingValues = { share: number; measured: boolean };

/**
 * Missing values of attributes, by `product.entity.attribute`: what the inventory counted, carried downstream through the
 * expressions; where nothing is counted, what the owner's own model states. A promise of completeness speaks of rows and
 * says nothing here. A look-up is taken to find its row, which its reference check must show. Null is unknown. `order`
 * lists entities downstream first, as a demand does; only the wanted attributes and what they are made of are looked at.
 */
export function findValues(
  lineage: Lineage,
  order: readonly string[],
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, MissingValues | null> {
  const all = new Map<string, Set<string>>([...wanted].map(([ref, names]) => [ref, new Set(names)]));
  for (const ref of order) {
    const entity = lineage.entity(ref);
    for (const name of all.get(ref) ?? [])
      for (const column of entity ? columnsOf(overInputs(entity, name) ?? NOTHING) : []) {
        const input = entity?.derivation?.inputs.find(({ alias }) => alias === column.qualifier);
        if (input?.kind === 'entity') all.set(input.ref, (all.get(input.ref) ?? new Set()).add(column.name));
      }
  }
  const found = new Map<string, MissingValues | null>();
  for (const ref of [...order].reverse()) {
    const entity = lineage.entity(ref);
    for (const name of all.get(ref) ?? [])
      found.set(`${ref}.${name}`, entity ? missingIn(lineage, entity, name, found) : null);
  }
  return found;
}

const NOTHING = { kind: 'literal', type: 'null', value: null } as const;

function missingIn(
  lineage: Lineage,
  entity: CompiledEntity,
  name: string,
  upstream: ReadonlyMap<string, MissingValues | null>,
): MissingValues | null {
  const counted = findTableColumn(lineage, entity, name);
  if (counted) return { share: counted.column.nulls / Math.max(1, counted.table.rows), measured: true };
  const stated = statedIn(lineage, entity, name);
  const tree = overInputs(entity, name);
  const composed =
    tree === null
      ? null
      : nullShare(tree, ({ qualifier, name: column }) => {
          const input = entity.derivation?.inputs.find(({ alias }) => alias === qualifier);
          if (!input) return null;
          if (input.kind === 'entity') return upstream.get(`${input.ref}.${column}`)?.share ?? null;
          const table = lineage.table(input.ref)?.table;
          const nulls = table?.columns.find((candidate) => candidate.name === column)?.nulls;
          return table === undefined || nulls === undefined ? null : nulls / Math.max(1, table.rows);
        });
  const known = [stated, composed].filter((share) => share !== null);
  return known.length === 0 ? null : { share: Math.min(...known), measured: false };
}

/** What the owner's model says of it: never missing, or missing in so many rows at most. */
function statedIn(lineage: Lineage, entity: CompiledEntity, name: string): number | null {
  const attribute = entity.attributes.get(name)?.record;
  const model = lineage.product(entity.product)?.model;
  if (!attribute || !model) return null;
  const stated = indexModel(model).byKind.expectation.flatMap(({ onId, rule, origin }) => {
    if (origin !== 'stated' || recordOf(model, 'attribute', onId)?.id !== attribute.id) return [];
    if (rule.rule === 'not-null' && rule.when === undefined) return [0];
    const isPlain = rule.rule === 'completeness' && rule.weight === undefined && rule.when === undefined;
    return isPlain && rule.of === 'values' ? [1 - rule.min] : [];
  });
  const said = attribute.nullable ? stated : [0, ...stated];
  return said.length === 0 ? null : Math.min(...said);
}
