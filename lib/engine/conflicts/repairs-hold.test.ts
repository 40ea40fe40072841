import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { SourceTable, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { type Draw, drawFrom } from '../__resolver__/draw';
import { drawWorkspace } from '../__resolver__/draw-workspace';
import type { Plan, PlanConflict } from '../plan';
import { applyChange } from '../push/apply-change';
import { planPush } from '../push/plan-push';
import { mustDoBetter } from './must-do-better';

/** Seeded, so that everybody's run is the same run; others are tried with AGREEMENT_RUNS and AGREEMENT_SEED. */
const RUNS = Number(process.env.AGREEMENT_RUNS ?? 60);
const SEED = Number(process.env.AGREEMENT_SEED ?? 1);
const tape = fc.array(fc.nat(0xffff), { minLength: 1500, maxLength: 1500 });

test('on random workspaces every repair, applied and planned again, ends its conflict and does what it says', () => {
  const told = new Set<string>();
  let repairs = 0;
  const property = fc.property(tape, (choices) => {
    const draw = drawFrom(choices);
    const file = JSON.stringify(drawWorkspace(draw));
    const read = readWorkspace(file, { format: 'json' });
    if (!read.ok) return;
    const snapshot = troubled(draw, read.value);
    for (const { key } of snapshot.products.filter(({ alignment }) => alignment === 'consumer')) {
      const { conflicts } = planned(snapshot, key);
      for (const conflict of conflicts) {
        told.add(conflict.code);
        repairs += conflict.repairs.length;
        for (const repair of conflict.repairs) {
          const after = planned(applyChange(snapshot, repair.change), key);
          const wrong = whatIsWrong(conflict, repair, after);
          if (wrong !== null)
            throw new Error(
              `${wrong}: ${conflict.code} at ${conflict.at}: ${conflict.words} → ${repair.words}\n${file}`,
            );
        }
      }
    }
  });
  fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
  expect(repairs).toBeGreaterThan(RUNS);
  expect([...told].sort()).toEqual(
    expect.arrayContaining(['gap', 'history-max', 'infeasible-freshness', 'ownerless', 'statistics']),
  );
}, 600_000);

function whatIsWrong(conflict: PlanConflict, { effect }: PlanConflict['repairs'][number], after: Plan): string | null {
  const isSame = ({ code, at, target }: PlanConflict) =>
    code === conflict.code && at === conflict.at && target === conflict.target;
  if (after.conflicts.some(isSame)) return 'the conflict is still there';
  const rows = after.requirements.filter(({ kind }) => kind === 'freshness');
  const isOwn = ({ product, binding }: (typeof rows)[number]) =>
    product === conflict.at && binding.includes(conflict.consumer);
  const isLate = conflict.code === 'infeasible-freshness';
  if (isLate && rows.some((row) => row.verdict === 'infeasible' && isOwn(row))) return 'still infeasible';
  if (!effect.resolves) return null;
  const behind = mustDoBetter(conflict.code, after.requirements);
  if (behind.join() !== [...effect.tighten].sort().join()) return 'another one must do better';
  if (rows.some(({ product, value }) => effect.freshness[product] !== value)) return 'other minutes are left';
  const codes = [...new Set(after.conflicts.map(({ code }) => code))].sort();
  return codes.join() === effect.remaining?.join() ? null : `what remains is ${codes.join()}`;
}

function planned(snapshot: WorkspaceSnapshot, consumer: string): Plan {
  const plan = planPush(snapshot, [consumer]);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

/** The drawn workspace with trouble in it: counts that contradict, short memories, strangers' units, nobody's products. */
function troubled(draw: Draw, snapshot: WorkspaceSnapshot): WorkspaceSnapshot {
  const isRare = (one: number) => draw(100) < one;
  const table = (one: SourceTable): SourceTable => ({
    ...one,
    columns: one.columns.map((column) =>
      isRare(50) ? { ...column, nulls: isRare(50) ? 40 : 0, distinct: isRare(50) ? 700 : 960 } : column,
    ),
  });
  const units = ['EUR', 'USD', 'kg', null];
  const policies = isRare(40)
    ? [...snapshot.policies, { key: 'short', applies: {}, requires: [{ rule: 'history-max' as const, days: 20 }] }]
    : snapshot.policies;
  return {
    ...snapshot,
    policies,
    sources: snapshot.sources.map((source) => ({ ...source, tables: source.tables.map(table) })),
    products: snapshot.products.map((product) => ({
      ...product,
      owner: isRare(30) && product.alignment !== 'consumer' ? null : product.owner,
      model: {
        ...product.model,
        records: Object.fromEntries(
          Object.entries(product.model.records).map(([id, record]) => [
            id,
            record.kind === 'attribute' && record.role === 'number' && isRare(30)
              ? { ...record, unit: units[draw(units.length)] ?? null }
              : record,
          ]),
        ),
      },
    })),
  };
}
