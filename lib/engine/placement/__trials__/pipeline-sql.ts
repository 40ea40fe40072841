import { parseExpression } from '@/lib/sql/parse';
import { printExpression } from '@/lib/sql/print';
import { mapColumns } from '@/lib/sql/rewrite';
import type { Column as ColumnNode, Expression, SqlType } from '@/lib/sql/tree';
import { type DrawnEntity, type Pipeline, refOf, TABLES } from './draw-pipeline';

/**
 * A pipeline as one query over many small databases at once: every table has a column `i` that says which database a row
 * belongs to, every join and group keeps to one. Written from the drawing alone, so that it knows nothing of placement.
 */
export function entitiesSql({ entities }: Pipeline): string[] {
  return entities.map((entity) => `${cteOf(refOf(entity))} AS (${selectOf(entity, entities)})`);
}

/** For every database: do all rows of the entity keep the rule? Databases without such rows do not appear. */
export function holdsSql(pipeline: Pipeline, ref: string, rule: string | Expression): string {
  const entity = pipeline.entities.find((each) => refOf(each) === ref);
  const tree = typeof rule === 'string' ? read(rule) : rule;
  const typeOf = ({ name }: ColumnNode): SqlType | undefined =>
    entity?.attributes.find((attribute) => attribute.name === name)?.type;
  return `SELECT i, bool_and((${printExpression(tree, 'duckdb', typeOf)}) IS NOT FALSE) AS ok FROM ${cteOf(ref)} GROUP BY i`;
}

function cteOf(ref: string): string {
  return `"${ref}"`;
}

export function read(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${text}`);
  return parsed.value;
}

function selectOf(entity: DrawnEntity, entities: readonly DrawnEntity[]): string {
  const { from, joins, where, groupBy, attributes } = entity;
  const inputs = [from, ...joins];
  const typeOf = ({ qualifier, name }: ColumnNode): SqlType | undefined => {
    const input = inputs.find(({ as }) => as === qualifier);
    if (!input) return undefined;
    const columns =
      'table' in input ? tableOf(input.table) : entities.find((each) => refOf(each) === input.entity)?.attributes;
    return columns?.find((column) => column.name === name)?.type;
  };
  const bare = (tree: Expression): Expression =>
    mapColumns(tree, ({ qualifier, name }) => {
      const own = qualifier === null ? attributes.find((attribute) => attribute.name === name) : undefined;
      return own && bare(read(own.expression));
    });
  const sql = (text: string) => printExpression(bare(read(text)), 'duckdb', typeOf);
  const source = 'table' in from ? `"${from.table.slice(3)}"` : cteOf(from.entity);
  const columns = attributes.map(({ name, expression }) => `${sql(expression)} AS "${name}"`);
  const keys = groupBy.map((key) => sql(key));
  return [
    `SELECT ${[`${from.as}.i AS i`, ...columns].join(', ')} FROM ${source} AS ${from.as}`,
    ...joins.map(
      ({ entity: ref, as, type, on }) =>
        `${type.toUpperCase()} JOIN ${cteOf(ref)} AS ${as} ON ${as}.i = ${from.as}.i AND (${sql(on)})`,
    ),
    where === null ? '' : `WHERE ${sql(where)}`,
    keys.length === 0 ? '' : `GROUP BY ${from.as}.i, ${keys.join(', ')}`,
  ].join(' ');
}

function tableOf(name: string) {
  return name === 'db.a' ? TABLES.a : TABLES.b;
}
