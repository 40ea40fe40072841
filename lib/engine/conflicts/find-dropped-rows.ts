import { compareText } from '@/lib/base/compare-text';
import { describeShare } from '@/lib/base/describe-share';
import { groupDigits } from '@/lib/base/group-digits';
import { indexModel } from '@/lib/model/model-index';
import { conjunctsOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity, CompiledInput, Lineage } from '../lineage/lineage';
import { measuredEntitiesOf } from '../push/ask-scope';
import { roundOff } from '../round-off';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { ownedBy } from './owned-by';
import { traceColumn } from './trace-column';

/**
 * Completeness is promised of rows that somebody upstream joins away: an inner join keeps only rows that find a partner,
 * and the counts of both keys say how many do not. More than may be missing, it cannot be kept; less, it is a warning. Told
 * only where the rows are complete so far, so that the numbers are those of the table. The strictest need comes first, as one
 * of several about the same rows is told.
 */
export function findDroppedRows(facts: OwnFacts): FoundConflict[] {
  const { demand, lineage } = facts;
  const { consumer } = demand;
  const dropped = indexModel(consumer.model).byKind.expectation.flatMap((record): Dropped[] => {
    const { rule } = record;
    if (rule.rule !== 'completeness' || (rule.of ?? 'rows') !== 'rows' || rule.when !== undefined) return [];
    if (record.origin !== 'stated') return [];
    return measuredEntitiesOf(demand, record.onId).flatMap((ref) => {
      const entity = lineage.entity(ref);
      return entity ? walk(facts, entity, rule.min) : [];
    });
  });
  const order = (a: Dropped, b: Dropped) => b.min - a.min || compareText(a.path.join(' '), b.path.join(' '));
  return dropped.sort(order).map((one) => tell(facts, one));
}

function walk(facts: OwnFacts, start: CompiledEntity, min: number): Dropped[] {
  const { lineage, demand } = facts;
  const found: Dropped[] = [];
  const path: string[] = [];
  for (let at: CompiledEntity | null = start; at !== null && !path.includes(at.ref); ) {
    path.push(at.ref);
    const { derivation, product }: CompiledEntity = at;
    const from: CompiledInput | undefined = derivation?.inputs[0];
    if (!derivation || !from || derivation.groupBy.length > 0) break;
    for (const input of derivation.inputs)
      if (input.join === 'inner' && product !== demand.consumer.key) {
        const loss = lossOf(lineage, from, input);
        if (loss) found.push({ entity: at, input, min, path: [...path], ...loss });
      }
    at = from.kind === 'entity' ? lineage.entity(from.ref) : null;
  }
  return found;
}

type Loss = { rows: number; kept: number };

/** How many rows of the first input find no partner at the least: it holds more different keys than the other side does. */
function lossOf(lineage: Lineage, from: CompiledInput, input: CompiledInput): Loss | null {
  const conditions = input.on === null ? [] : conjunctsOf(input.on);
  const [only] = conditions;
  if (conditions.length !== 1 || only?.kind !== 'comparison' || only.operator !== '=') return null;
  const sides = [only.left, only.right];
  const left = columnIn(lineage, from, sides);
  const right = columnIn(lineage, input, sides);
  if (!left || !right || left.distinct === null || right.distinct === null) return null;
  if (left.distinct < left.rows - left.nulls) return null;
  const kept = Math.min(left.distinct, right.distinct);
  return kept < left.rows ? { rows: left.rows, kept } : null;
}

function columnIn(lineage: Lineage, input: CompiledInput, sides: readonly Expression[]) {
  const side = sides.find((one) => one.kind === 'column' && one.qualifier === input.alias);
  if (side?.kind !== 'column') return null;
  if (input.kind === 'table') {
    const table = lineage.table(input.ref)?.table;
    const column = table?.columns.find(({ name }) => name === side.name);
    return table && column ? { rows: table.rows, nulls: column.nulls, distinct: column.distinct } : null;
  }
  const entity = lineage.entity(input.ref);
  const traced = entity && traceColumn(lineage, entity, side.name);
  return traced && { rows: traced.table.rows, nulls: traced.column.nulls, distinct: traced.column.distinct };
}

type Dropped = Loss & { entity: CompiledEntity; input: CompiledInput; min: number; path: string[] };

function tell(facts: OwnFacts, { entity, input, min, path, rows, kept }: Dropped): FoundConflict {
  const { names, demand } = facts;
  const { key } = demand.consumer;
  const lost = rows - kept;
  const share = roundOff(lost / rows);
  const label = (ref: string, kind: CompiledInput['kind']) => {
    const dot = ref.indexOf('.');
    return kind === 'table' ? ref : names.target(ref.slice(0, dot), ref.slice(dot + 1));
  };
  const from = entity.derivation?.inputs[0];
  const what = from ? label(from.ref, from.kind) : names.target(entity.product, entity.name);
  const isTooMuch = share > 1 - min;
  return {
    code: 'rows-excluded',
    consumer: key,
    at: entity.product,
    target: `${entity.name}.${input.alias}`,
    ...(isTooMuch ? {} : { severity: 'warning' }),
    products: [entity.product],
    path,
    numbers: { rows, lost, share, min },
    words: `${names.product(key)} needs ${describeShare(min)} of the rows, but ${names.target(entity.product, entity.name)} in ${names.product(entity.product)} drops every ${what} that has no ${label(input.ref, input.kind)}: at least ${groupDigits(lost)} of ${groupDigits(rows)} (${describeShare(Math.round(share * 1000) / 1000)}). ${isTooMuch ? 'That is more than may be missing.' : 'That is part of what may be missing.'} ${ownedBy(names, entity.product)}`,
    propose: () => keepThem(facts, entity, input),
  };
}

function keepThem(
  { names }: OwnFacts,
  { product, record, name }: CompiledEntity,
  { alias }: CompiledInput,
): Proposal[] {
  const { derivation } = record;
  if (!derivation) return [];
  const joins = derivation.joins.map((join) => (join.as === alias ? { ...join, type: 'left' as const } : join));
  return [
    {
      words: `${names.target(product, name)} in ${names.product(product)} keeps the rows that find no partner, with the rest empty (a left join).`,
      change: {
        schedules: [],
        records: [{ product, put: [{ ...record, derivation: { ...derivation, joins } }], remove: [] }],
      },
    },
  ];
}
