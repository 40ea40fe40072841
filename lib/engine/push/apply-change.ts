import type { Agreement } from '@/lib/catalog/agreement';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { patchModel } from '@/lib/model/diff';
import { removeRecords } from '@/lib/model/edits/plan-removal';
import { putInPlace } from '@/lib/model/edits/put-in-place';
import { indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord, ModelDocument, ModelRecord } from '@/lib/model/records';
import type { PlanChange } from '../plan';
import { rowKey } from './asked-row';
import { bindTo } from './bind-to';

/**
 * The workspace as it would be after a change, for a preview; nothing is saved. A repair's change applies as it is. The
 * parts are applied in one order, whatever is written first: how products run and promise, then what their models say.
 */
export function applyChange(snapshot: WorkspaceSnapshot, change: PlanChange): WorkspaceSnapshot {
  const { policies } = change;
  const put = new Map((policies?.put ?? []).map((policy) => [policy.key, policy]));
  const dropped = new Set([...(policies?.drop ?? []), ...put.keys()]);
  const kept = snapshot.policies.filter(({ key }) => !dropped.has(key));
  const products = snapshot.products.map((product) => changeProduct(snapshot, product, change));
  return { ...snapshot, products, policies: policies ? [...kept, ...put.values()] : snapshot.policies };
}

function changeProduct(snapshot: WorkspaceSnapshot, product: Product, change: PlanChange): Product {
  const { key } = product;
  const schedule = change.schedules.findLast((one) => one.product === key);
  const scheduled = schedule && {
    mode: 'scheduled' as const,
    everyMinutes: schedule.everyMinutes,
    takesMinutes: schedule.takesMinutes,
  };
  const build = change.builds?.findLast((one) => one.product === key)?.build ?? scheduled ?? product.build;
  const promised = (change.promises ?? []).flatMap((one) => (one.product === key ? [one.promises] : []));
  const promises: Product['promises'] =
    promised.length === 0 ? product.promises : Object.assign({}, product.promises, ...promised);
  const owner = change.owners?.findLast((one) => one.product === key);
  const model = changeModel(snapshot, product, change);
  const settled = (change.agreements ?? []).flatMap(({ consumer, agreement }) => (consumer === key ? [agreement] : []));
  const isSame =
    build === product.build &&
    promises === product.promises &&
    owner === undefined &&
    settled.length === 0 &&
    model === product.model;
  if (isSame) return product;
  const changed = { ...product, build, promises, model, owner: owner ? owner.team : product.owner };
  return settled.length === 0 ? changed : { ...changed, agreements: withAgreements(product.agreements ?? [], settled) };
}

function withAgreements(agreements: readonly Agreement[], settled: readonly Agreement[]): Agreement[] {
  return [...new Map([...agreements, ...settled].map((agreement) => [rowKey(agreement), agreement])).values()];
}

function changeModel(snapshot: WorkspaceSnapshot, { key, model }: Product, change: PlanChange): ModelDocument {
  let made = model;
  for (const { product, put, remove } of change.records ?? [])
    if (product === key) made = putInPlace(patchModel(made, { put: [], remove }), put);
  for (const bind of change.bind ?? []) if (bind.product === key) made = bindTo(snapshot, made, bind);
  if (change.freshness?.consumer === key) made = withFreshness(made, change.freshness.maxMinutes);
  for (const { consumer, expectation, rule } of change.needs ?? [])
    if (consumer === key) made = withNeed(made, expectation, rule);
  if (change.drop?.consumers?.includes(key)) made = withoutUses(made);
  const gone = (change.drop?.metrics ?? []).flatMap(({ consumer, metric }) =>
    consumer === key ? (indexModel(made).metricByName.get(metric)?.id ?? []) : [],
  );
  return gone.length === 0 ? made : removeRecords(made, gone);
}

/** Every stated freshness of the model becomes no stricter than this. */
function withFreshness(model: ModelDocument, maxMinutes: number): ModelDocument {
  const put = indexModel(model).byKind.expectation.flatMap((record): ModelRecord[] => {
    const { rule } = record;
    if (rule.rule !== 'freshness') return [];
    return [{ ...record, rule: { rule: 'freshness', maxMinutes: Math.max(rule.maxMinutes, maxMinutes) } }];
  });
  return patchModel(model, { put, remove: [] });
}

function withNeed(model: ModelDocument, name: string, rule: ExpectationRecord['rule'] | null): ModelDocument {
  const named = indexModel(model).byKind.expectation.filter(({ id }) => nameOfRecord(model, id) === name);
  return rule === null
    ? removeRecords(
        model,
        named.map(({ id }) => id),
      )
    : patchModel(model, { put: named.map((record) => ({ ...record, rule })), remove: [] });
}

function withoutUses(model: ModelDocument): ModelDocument {
  const { metric, expectation } = indexModel(model).byKind;
  return removeRecords(
    model,
    [...metric, ...expectation].map(({ id }) => id),
  );
}
