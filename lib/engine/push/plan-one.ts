import { compareText } from '@/lib/base/compare-text';
import { ok, type Result } from '@/lib/base/result';
import type { OwnFacts } from '../conflicts/conflict-facts';
import { findOwnConflicts, type OwnConflicts } from '../conflicts/find-conflicts';
import { keepWhileSame } from '../lineage/keep-while-same';
import type { CompiledProduct, Lineage } from '../lineage/lineage';
import type { LineageLoop } from '../lineage/order-upstream';
import type { ConsumerPlan } from '../plan';
import { askCompleteness } from './ask-completeness';
import { askDeliveries } from './ask-delivery';
import { askFilterValues } from './ask-filter-values';
import { askHistory } from './ask-history';
import { askKeys } from './ask-keys';
import { type AskedPrivacy, askPrivacy } from './ask-privacy';
import { askPromises } from './ask-promises';
import { askReconciliations } from './ask-reconciliation';
import { askReferences } from './ask-reference';
import { askShared } from './ask-shared';
import { askStability } from './ask-stability';
import { askStructure } from './ask-structure';
import { type AskedValidity, askValidity } from './ask-validity';
import { askVolumes } from './ask-volume';
import type { AskedRow } from './asked-row';
import { type ConsumerDemand, planConsumer } from './consumer-demand';
import { classesIn } from './house-rules';
import { lineageNames } from './plan-names';
import { refuseRows } from './refuse-rows';
import type { SharedAsk } from './shared-ask';

export type PlannedConsumer = {
  demand: ConsumerDemand;
  shared: readonly SharedAsk[];
  rows: AskedRow[];
  promises: ReturnType<typeof askPromises>;
  history: ReturnType<typeof askHistory>['needed'];
  checks: AskedValidity['checks'];
  classified: AskedPrivacy['classified'];
  conflicts: OwnConflicts;
};

/** What one consumer asks does not depend on the others, and is kept for as long as nothing it stands on has changed. */
export const planOne = keepWhileSame((lineage, consumer: CompiledProduct): Result<PlannedConsumer, LineageLoop> => {
  const demand = planConsumer(lineage, consumer);
  return demand.ok ? ok(askAll(lineage, demand.value)) : demand;
});

function askAll(lineage: Lineage, demand: ConsumerDemand): PlannedConsumer {
  const promises = askPromises(lineage, demand);
  const history = askHistory(lineage, demand);
  const stated = askValidity(lineage, demand);
  const privacy = askPrivacy(lineage, demand, stated);
  const references = askReferences(lineage, demand, privacy.classified);
  const reconciled = askReconciliations(lineage, demand);
  const { shared, checks: keyChecks } = askShared(lineage, demand);
  const rows = [
    ...askStructure(lineage, demand),
    ...askKeys(lineage, demand),
    ...history.rows,
    ...promises.rows,
    ...askCompleteness(lineage, demand),
    ...references.rows,
    ...askVolumes(lineage, demand),
    ...reconciled.rows,
    ...askDeliveries(lineage, demand),
    ...privacy.rows,
    ...askStability(lineage, demand),
    ...stated.rows,
    ...askFilterValues(lineage, demand),
  ];
  const checks = [...stated.checks, ...keyChecks, ...references.checks, ...reconciled.checks].sort(compareChecks);
  const asked = { demand, shared, rows, promises, history: history.needed, checks, classified: privacy.classified };
  const conflicts = findOwnConflicts(ownFacts(lineage, asked));
  return { ...asked, rows: refuseRows(demand, rows, conflicts.flat()), conflicts };
}

export function ownFacts(lineage: Lineage, planned: Omit<PlannedConsumer, 'conflicts'>): OwnFacts {
  const { demand, shared, rows, promises } = planned;
  const { freshness, availability } = promises;
  const names = lineageNames(lineage);
  return { lineage, names, demand, shared, asked: rows, freshness, availability, classesIn: classesIn(planned) };
}

function compareChecks(a: ConsumerPlan['checks'][number], b: ConsumerPlan['checks'][number]): number {
  return compareText(a.on, b.on) || compareText(a.rule, b.rule) || compareText(a.check, b.check);
}
