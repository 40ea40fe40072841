import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dump, load } from 'js-yaml';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { ChangeScenario, toBeforeAndAfter } from '@/lib/engine/__scenarios__/change-scenario';
import { Scenario, toWorkspace } from '@/lib/engine/__scenarios__/scenario';
import { tellChange } from '@/lib/engine/__scenarios__/tell-change';
import { tellPlan } from '@/lib/engine/__scenarios__/tell-plan';
import { planPush } from '@/lib/engine/push/plan-push';

/** Writes what the engine says now into the wanted lines of every scenario that says otherwise. They come last in a file. */
const SCENARIOS = path.resolve('lib/engine/__scenarios__');
const CHANGES = path.join(SCENARIOS, 'changes');

accept(SCENARIOS, (text) => {
  const scenario = Scenario.parse(load(text));
  const { snapshot, consumers } = toWorkspace(scenario);
  return { told: tellPlan(planned(snapshot, consumers), scenario.show), want: scenario.want };
});
accept(CHANGES, (text) => {
  const scenario = ChangeScenario.parse(load(text));
  const sample = readFileSync(path.resolve('samples', `${scenario.sample}.yaml`), 'utf8');
  const { before, after, consumers } = toBeforeAndAfter(scenario, sample);
  const at = (snapshot: WorkspaceSnapshot) => ({ plan: planned(snapshot, consumers), snapshot });
  return { told: tellChange(at(before), at(after), scenario.show), want: scenario.want };
});

function accept(folder: string, tell: (text: string) => { told: string[]; want: readonly string[] }): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml'))) {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    const { told, want } = tell(text);
    if (JSON.stringify(told) === JSON.stringify(want)) continue;
    const given = text.slice(0, text.search(/^want:/m));
    writeFileSync(file, given + dump({ want: told }, { lineWidth: -1, quoteStyle: 'double' }));
    console.log(`${name}: ${told.length} lines, ${want.length} before`);
  }
}

function planned(snapshot: WorkspaceSnapshot, consumers: string[]) {
  const plan = planPush(snapshot, consumers);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}
