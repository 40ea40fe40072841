import { load } from 'js-yaml';
import { z } from 'zod';

const Words = z.string().transform((text) => text.split(/\s+/));
const File = z.strictObject({
  tables: z.record(z.string(), z.strictObject({ rows: z.number(), key: Words, columns: Words })),
  queries: z.record(z.string(), Words),
});

export type TpcdsTable = { name: string; rows: number; key: string[]; columns: { name: string; type: string }[] };
export type Tpcds = { tables: TpcdsTable[]; queries: { number: number; columns: string[] }[] };

/** The tables in their alphabet and the queries in their order. */
export function readTpcds(text: string): Tpcds {
  const file = File.parse(load(text));
  const tables = Object.entries(file.tables).map(([name, { columns, ...table }]) => ({
    ...table,
    name,
    columns: columns.map((column) => {
      const [columnName = column, type = 'integer'] = column.split(':');
      return { name: columnName, type };
    }),
  }));
  const queries = Object.entries(file.queries).map(([number, columns]) => ({ number: Number(number), columns }));
  return { tables, queries: queries.sort((a, b) => a.number - b.number) };
}
