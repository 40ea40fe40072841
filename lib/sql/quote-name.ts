import { RESERVED } from './words';

/** A name as our own grammar reads it back: in double quotes only where it must be. */
export function quoteName(name: string): string {
  const isBare = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED.has(name.toLowerCase());
  return isBare ? name : inQuotes(name);
}

/** A name as an engine reads it: PostgreSQL folds bare names to lower case, so capitals need quotes as well. */
export function quoteEngineName(name: string): string {
  const isBare = /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name) && !ENGINE_RESERVED.has(name);
  return isBare ? name : inQuotes(name);
}

/** What DuckDB 1.5 or PostgreSQL 18 reserve, anywhere in a query, beyond the words our own grammar does. */
const ENGINE_RESERVED: ReadonlySet<string> = new Set(
  `analyse analyze anti asymmetric asof at authorization bigint binary bit boolean char character coalesce collation
  columns concurrently dec decimal deferrable describe float freeze generated glob greatest grouping grouping_id inout
  initially inout int integer interval isnull lambda least map merge_action national nchar none normalize notnull nullif
  numeric out overlay pivot pivot_longer pivot_wider placing position positional precision qualify real row semi setof
  show smallint struct substring summarize tablesample time timestamp treat trim unpack unpivot values varchar variadic
  verbose xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize
  xmltable date returning json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
  json_serialize json_table json_value`.split(/\s+/),
);

function inQuotes(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
