// @ts-check
/**
 * `npm test` is what CI runs: every stage in turn, also after one has failed, and as its last line the tests that passed
 * and failed. A stage that failed without a failed test to show for it counts as one. `npm run check` runs the quick
 * stages, those before every commit.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const reports = path.join(root, 'test-results');
const NEXT = 'node_modules/next/dist/bin/next';
const VITEST = 'node_modules/vitest/vitest.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {{ name: string, isQuick: boolean, runs: string[][], report?: string, read?: (report: any) => Tally, needs?: string }} Stage
 */

/** @type {Stage[]} */
const STAGES = [
  {
    name: 'format and lint',
    isQuick: true,
    runs: [['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  },
  {
    name: 'types',
    isQuick: true,
    runs: [['scripts/generate.mjs'], [NEXT, 'typegen'], ['node_modules/typescript/bin/tsc', '--noEmit']],
  },
  vitestStage('unit, boundaries, scenarios', 'unit', true),
  vitestStage('store', 'store', false),
  { name: 'migrations make the schema', isQuick: false, runs: [['scripts/schema.mjs', 'check']] },
  { name: 'build', isQuick: false, runs: [['scripts/build.mjs']] },
  {
    name: 'browser',
    isQuick: false,
    needs: 'build',
    runs: [['node_modules/@playwright/test/cli.js', 'test']],
    report: 'browser.json',
    read: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  },
];

/** @returns {Stage} */
function vitestStage(/** @type {string} */ name, /** @type {string} */ project, /** @type {boolean} */ isQuick) {
  const report = `${project}.json`;
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${path.join(reports, report)}`];
  return {
    name,
    isQuick,
    runs: [[VITEST, 'run', '--project', project, ...reporters]],
    report,
    read: (counts) => ({ passed: counts.numPassedTests, failed: counts.numFailedTests }),
  };
}

process.chdir(root);
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const isCheck = process.argv[2] === 'check';
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const broken = [];
for (const stage of STAGES.filter(({ isQuick }) => isQuick || !isCheck)) {
  const { passed, failed } = runStage(stage);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) broken.push(stage.name);
}
const line = `${total.passed} passed, ${total.failed} failed`;
writeFileSync(path.join(reports, 'tally'), `${line}\n`);
if (broken.length > 0) console.log(`\nFailed: ${broken.join('; ')}`);
console.log(line);
process.exit(total.failed === 0 ? 0 : 1);

/** @returns {Tally} */
function runStage(/** @type {Stage} */ stage) {
  console.log(`\n— ${stage.name}`);
  if (stage.needs && broken.includes(stage.needs)) {
    console.log(`not run: ${stage.needs} failed`);
    return { passed: 0, failed: 1 };
  }
  const began = performance.now();
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const isFine = stage.runs.every((args) => spawnSync(process.execPath, args, { stdio: 'inherit', env }).status === 0);
  console.log(`— ${stage.name}: ${isFine ? 'fine' : 'FAILED'} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const { passed, failed } = readReport(stage);
  return { passed, failed: isFine ? failed : Math.max(failed, 1) };
}

/** @returns {Tally} */
function readReport(/** @type {Stage} */ stage) {
  if (!stage.report || !stage.read) return { passed: 0, failed: 0 };
  try {
    return stage.read(JSON.parse(readFileSync(path.join(reports, stage.report), 'utf8')));
  } catch {
    return { passed: 0, failed: 1 }; // it ended before it could count
  }
}
