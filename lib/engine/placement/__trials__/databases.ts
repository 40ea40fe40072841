/**
 * Many small databases in two tables, told apart by `i`. The first ones are drawn by hashing, with every awkward value in
 * every column; after them come all relations of up to three rows over (g, x), and all of up to three rows that look
 * something up in every table `b` of two keys: among these nothing small is left out.
 */
const DRAWN = 1000;

const grouped = multisets(cross(['NULL', '-1', '2', '5'], ["'g'", "'h'"]), 3);
const keyed = multisets(
  ['NULL', '1', '2'].map((k) => [k]),
  3,
);
const lookups = cross(['absent', 'NULL', '-1', '2'], ['absent', 'NULL', '-1', '2']);

export const DATABASES = DRAWN + grouped.length + keyed.length * lookups.length;

export function databasesSql(): string[] {
  const a: string[] = [];
  const b: string[] = [];
  let database = DRAWN;
  for (const rows of grouped) {
    for (const [at, [x = 'NULL', g = 'NULL']] of rows.entries())
      a.push(`(${database}, ${at}, 1, ${g}, ${x}, ${x}, ${x}, ${g}, NULL)`);
    database++;
  }
  for (const rows of keyed)
    for (const found of lookups) {
      for (const [at, [k = 'NULL']] of rows.entries()) a.push(`(${database}, ${at}, ${k}, 'g', 2, 2, 2, 'a', NULL)`);
      for (const [at, x] of found.entries()) if (x !== 'absent') b.push(`(${database}, ${at + 1}, ${x}, 'a')`);
      database++;
    }
  return [...drawnSql(), `INSERT INTO a VALUES ${a.join(', ')}`, `INSERT INTO b VALUES ${b.join(', ')}`];
}

/** Every choice of up to so many rows, in which order and twice the same do not matter. */
function multisets<T>(rows: readonly T[], most: number): T[][] {
  const found: T[][] = [[]];
  let last: { from: number; rows: T[] }[] = [{ from: 0, rows: [] }];
  for (let size = 1; size <= most; size++) {
    last = last.flatMap(({ from, rows: chosen }) =>
      rows.slice(from).map((row, at) => ({ from: from + at, rows: [...chosen, row] })),
    );
    found.push(...last.map(({ rows: chosen }) => chosen));
  }
  return found;
}

function cross(...lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((made, list) => made.flatMap((row) => list.map((value) => [...row, value])), [[]]);
}

function drawnSql(): string[] {
  const pick = (salt: number, values: readonly string[]) => {
    const arms = values.map((value, at) => `WHEN ${at} THEN ${value}`);
    return `(CASE hash(i * 31 + n * 7 + ${salt}) % ${values.length} ${arms.join(' ')} END)`;
  };
  const moments = ['2024-01-31 23:59:59.999999', '2024-02-01 00:00:00', '2023-12-31 22:30:00', '2024-01-31 22:59:59'];
  return [
    `CREATE TABLE a AS SELECT i, CAST(n AS BIGINT) AS id,
      CAST(${pick(1, ['NULL', '1', '1', '2'])} AS BIGINT) AS k, ${pick(2, ["'g'", "'h'", 'NULL'])} AS g,
      CAST(${pick(3, ['NULL', '-1', '0', '1', '2', '3', '5'])} AS BIGINT) AS x,
      CAST(${pick(4, ['NULL', '-2', '0', '1', '2', '4'])} AS BIGINT) AS y,
      CAST(${pick(5, ['NULL', '0.1', '0.1', '0.3', '1', '2.5', '-0.5'])} AS DOUBLE) AS d,
      ${pick(6, ['NULL', "'a'", "'b'", "''", "'ab'", "'2'"])} AS s,
      CAST(${pick(7, ['NULL', ...moments.map((moment) => `'${moment}'`)])} AS TIMESTAMP) AS at_
      FROM (SELECT i, n FROM range(0, ${DRAWN}) d(i), range(0, 4) r(n) WHERE n < hash(i) % 5)`,
    `CREATE TABLE b AS SELECT i, CAST(n AS BIGINT) AS k,
      CAST(${pick(8, ['NULL', '-1', '0', '1', '2'])} AS BIGINT) AS x, ${pick(9, ['NULL', "'a'", "'b'", "''"])} AS s
      FROM (SELECT i, n FROM range(0, ${DRAWN}) d(i), range(1, 4) r(n) WHERE hash(i * 3 + n) % 3 <> 0)`,
  ];
}
