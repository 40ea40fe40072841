import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printExpression } from '@/lib/sql/print';
import { type DrawnEntity, drawFrom, drawPipeline, type Pipeline } from './__trials__/draw-pipeline';
import { entitiesSql, holdsSql, read } from './__trials__/pipeline-sql';
import { lineageOf } from './__trials__/pipeline-workspace';
import { placeRule } from './place-rule';
import type { Placement } from './placement';

/**
 * What a placement claims, held against what DuckDB computes: thousands of small databases go through each lineage at
 * once, and in every one of them the checks where they were placed must say of the rule where it was stated what their
 * label promises.
 */
let duckdb: DuckDBConnection;
const DATABASES = 1500;
const RUNS = Number(process.env.PLACEMENT_RUNS ?? 400);
const MINUTES_MAX = 30;

beforeAll(async () => {
  const instance = await DuckDBInstance.create(':memory:');
  duckdb = await instance.connect();
  const pick = (salt: string, values: string[]) =>
    `(CASE hash(i * 31 + n * 7 + ${salt}) % ${values.length} ${values.map((value, at) => `WHEN ${at} THEN ${value}`).join(' ')} END)`;
  const rows = `SELECT i, n FROM range(0, ${DATABASES}) d(i), range(0, 4) r(n) WHERE n < hash(i) % 5`;
  await duckdb.run(`CREATE TABLE a AS SELECT i, CAST(n AS BIGINT) AS id,
    CAST(${pick('1', ['NULL', '1', '1', '2'])} AS BIGINT) AS k, ${pick('2', ["'g'", "'h'", 'NULL'])} AS g,
    CAST(${pick('3', ['NULL', '-1', '0', '1', '2', '3', '5'])} AS BIGINT) AS x,
    CAST(${pick('4', ['NULL', '-2', '0', '1', '2', '4'])} AS BIGINT) AS y,
    CAST(${pick('5', ['NULL', '0.1', '0.1', '0.3', '1', '2.5', '-0.5'])} AS DOUBLE) AS d,
    ${pick('6', ['NULL', "'a'", "'b'", "''", "'ab'", "'2'"])} AS s,
    CAST(${pick('7', ['NULL', "'2024-01-31 23:59:59.999999'", "'2024-02-01 00:00:00'", "'2023-12-31 22:30:00'", "'2024-01-31 22:59:59'"])} AS TIMESTAMP) AS at_
    FROM (${rows})`);
  await duckdb.run(`CREATE TABLE b AS SELECT i, CAST(n AS BIGINT) AS k,
    CAST(${pick('8', ['NULL', '-1', '0', '1', '2'])} AS BIGINT) AS x, ${pick('9', ['NULL', "'a'", "'b'", "''"])} AS s
    FROM (SELECT i, n FROM range(0, ${DATABASES}) d(i), range(1, 4) r(n) WHERE hash(i * 3 + n) % 3 <> 0)`);
});

afterAll(() => duckdb.closeSync());

/** Per database: does the rule hold at its end, and does each check hold where it was placed? */
async function run(pipeline: Pipeline, placements: readonly Placement[]): Promise<boolean[][]> {
  const asked = [
    holdsSql(pipeline, pipeline.target, pipeline.rule),
    ...placements.map(({ entity, predicate }) => holdsSql(pipeline, entity.ref, predicate)),
  ];
  const columns = asked.map((_, at) => `coalesce(q${at}.ok, true)`);
  const joins = asked.map((sql, at) => `LEFT JOIN (${sql}) q${at} ON q${at}.i = d.i`);
  const sql = `WITH ${entitiesSql(pipeline).join(', ')} SELECT ${columns.join(', ')} FROM range(0, ${DATABASES}) d(i) ${joins.join(' ')}`;
  const result = await duckdb.runAndReadAll(sql);
  return result.getRowsJson().map((row) => row.map((value) => value === true));
}

function placed(pipeline: Pipeline): Placement[] | null {
  const lineage = lineageOf(pipeline);
  const entity = lineage.entity(pipeline.target);
  const rule = read(pipeline.rule);
  const isWhole = pipeline.entities.every(
    ({ product, key, attributes }) => lineage.entity(`${product}.${key}`)?.attributes.size === attributes.length,
  );
  return entity && isWhole ? placeRule(lineage, entity, rule) : null;
}

function tell({ entity, predicate, strength, stays }: Placement): string {
  return `${entity.ref} ${strength}: ${printExpression(predicate)}${stays === null ? '' : ` (${stays})`}`;
}

/** A database in which a label promises too much; null when there is none. */
function findBroken(placements: readonly Placement[], found: readonly boolean[][]): string | null {
  const isExact = placements.every(({ strength }) => strength === 'exact' || strength === 'necessary');
  for (const [database, [holds, ...checks]] of found.entries()) {
    const asked = placements.map((placement, at) => ({ ...placement, ok: checks[at] === true }));
    const keeps = asked.every(({ strength, ok }) => strength === 'necessary' || ok);
    if (keeps && holds === false) return `database ${database}: the checks hold and the rule does not`;
    if (isExact && !keeps && holds === true)
      return `database ${database}: called exact, and a check alarms without need`;
    const late = asked.find(({ strength, ok }) => strength === 'necessary' && !ok);
    if (late && holds === true) return `database ${database}: called necessary, and the rule holds without it`;
  }
  return null;
}

describe('random lineages', () => {
  test(
    'every placed check says of the rule what its label promises',
    async () => {
      const seen = { moved: 0, exact: 0, sufficient: 0, broken: 0, stayed: 0, leftOut: 0 };
      const tape = fc.array(fc.nat(0xffff), { minLength: 60, maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(tape, async (numbers) => {
          const pipeline = drawPipeline(drawFrom(numbers));
          const placements = placed(pipeline);
          if (placements === null) {
            seen.leftOut++;
            return;
          }
          const found = await run(pipeline, placements);
          const broken = findBroken(placements, found);
          if (broken) throw new Error([broken, tellPipeline(pipeline), ...placements.map(tell)].join('\n'));
          if (placements.every(({ entity }) => entity.ref === pipeline.target)) seen.stayed++;
          else seen.moved++;
          if (placements.some(({ strength }) => strength === 'sufficient')) seen.sufficient++;
          if (found.some(([holds]) => holds === false)) seen.broken++;
        }),
        { numRuns: RUNS },
      );
      if (process.env.PLACEMENT_RUNS) console.log(seen);
      expect(seen.leftOut).toBeLessThan(20);
      expect(seen.moved).toBeGreaterThan(150);
      expect(seen.sufficient).toBeGreaterThan(40);
      expect(seen.broken).toBeGreaterThan(200);
    },
    MINUTES_MAX * 60_000,
  );
});

function tellPipeline({ entities, target, rule }: Pipeline): string {
  const lines = entities.flatMap((entity: DrawnEntity) =>
    'table' in entity.from
      ? []
      : [
          JSON.stringify({
            ...entity,
            attributes: entity.attributes.map(({ name, expression }) => `${name} = ${expression}`),
          }),
        ],
  );
  return [...lines, `${target}: ${rule}`].join('\n');
}
