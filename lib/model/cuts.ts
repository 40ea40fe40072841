import { attributesIn, indexModel, recordOf } from './model-index';
import type { MetricRecord, ModelDocument, RecordId } from './records';
import { type ReferencePath, resolveName, uniquePath } from './references';
import { type Way, wayTo } from './ways';

/** An attribute a metric is shown or cut by; the role says which of several ways leads there, null that there is one. */
export type Cut = { attributeId: RecordId; role: string | null };

export function timeCutOf({ timeAttributeId, timeRole }: MetricRecord): Cut | null {
  return timeAttributeId === null ? null : { attributeId: timeAttributeId, role: timeRole ?? null };
}

/** What a metric may be sliced by, those that are reached in a role last. */
export function slicesOf({ sliceIds, roleSlices }: MetricRecord): Cut[] {
  return [...sliceIds.map((attributeId) => ({ attributeId, role: null })), ...(roleSlices ?? [])];
}

/** The way from the rows a metric counts to what cuts it. */
export function wayToCut(document: ModelDocument, fromId: RecordId, cut: Cut): Way {
  const attribute = recordOf(document, 'attribute', cut.attributeId);
  if (attribute === null) return { is: 'none' };
  if (cut.role === null) return wayTo(document, fromId, attribute.entityId);
  const found = resolveName(document, fromId, { qualifier: cut.role, name: attribute.name });
  if (found.ok && found.value.attributeId === cut.attributeId) return { is: 'path', path: found.value.path };
  return !found.ok && found.error.code === 'several-paths'
    ? { is: 'several', paths: found.error.paths }
    : { is: 'none' };
}

/** The same where it is the one path of many-to-one steps; null where the rules have something to say. */
export function pathToCut(document: ModelDocument, fromId: RecordId, cut: Cut): ReferencePath | null {
  const attribute = recordOf(document, 'attribute', cut.attributeId);
  if (attribute === null) return null;
  if (cut.role !== null) {
    const way = wayToCut(document, fromId, cut);
    return way.is === 'path' ? way.path : null;
  }
  const path = uniquePath(document, fromId, attribute.entityId);
  return path.ok ? path.value : null;
}

/** The metric without the cuts by an attribute, in a role or in any. */
export function withoutSlices(metric: MetricRecord, isGone: (cut: Cut) => boolean): MetricRecord {
  const stays = (cut: Cut) => !isGone(cut);
  const sliceIds = metric.sliceIds.filter((attributeId) => stays({ attributeId, role: null }));
  const { roleSlices, ...rest } = { ...metric, sliceIds };
  const left = roleSlices?.filter(stays) ?? [];
  return left.length === 0 ? rest : { ...rest, roleSlices: left };
}

/** What lies at the end of one way in a role and of several without: there a role has to be named. In the order of roles. */
export function cutsInRoles(document: ModelDocument, fromId: RecordId): Cut[] {
  const { relationship } = indexModel(document).byKind;
  const found = new Map<string, Cut>();
  for (const { role, from, to } of relationship) {
    if (role === null) continue;
    for (const { entityId } of [from, to]) {
      if (wayTo(document, fromId, entityId).is !== 'several') continue;
      for (const { id: attributeId } of attributesIn(document, entityId)) {
        const cut = { attributeId, role };
        if (pathToCut(document, fromId, cut)) found.set(cutKey(cut), cut);
      }
    }
  }
  return [...found.values()];
}

/** A cut as one text, for telling cuts apart. */
export function cutKey({ attributeId, role }: Cut): string {
  return role === null ? attributeId : `${attributeId} as ${role}`;
}

/** The metric with each of its cuts as the function answers it: the same metric where that changes nothing. */
export function mapCuts(metric: MetricRecord, to: (cut: Cut) => Cut): MetricRecord {
  const time = timeCutOf(metric);
  const newTime = time && to(time);
  const slices = slicesOf(metric);
  const newSlices = slices.map(to);
  const isSame = (one: Cut | null, other: Cut | null) =>
    one === other || (one && other && cutKey(one) === cutKey(other));
  if (isSame(time, newTime) && slices.every((slice, at) => isSame(slice, newSlices[at] ?? null))) return metric;
  return { ...metric, ...timeFields(metric, newTime), ...sliceFields(metric, newSlices) };
}

/** The time of a metric as the fields that hold it. A metric that never named a role goes on without the field. */
export function timeFields(metric: MetricRecord, time: Cut | null): Pick<MetricRecord, 'timeAttributeId' | 'timeRole'> {
  const timeRole = time?.role ?? null;
  return {
    timeAttributeId: time?.attributeId ?? null,
    ...(timeRole === null && metric.timeRole === undefined ? {} : { timeRole }),
  };
}

/** The slices of a metric as the fields that hold them. */
export function sliceFields(
  metric: MetricRecord,
  slices: readonly Cut[],
): Pick<MetricRecord, 'sliceIds' | 'roleSlices'> {
  const roleSlices = slices.flatMap(({ attributeId, role }) => (role === null ? [] : [{ role, attributeId }]));
  return {
    sliceIds: slices.flatMap(({ attributeId, role }) => (role === null ? [attributeId] : [])),
    ...(roleSlices.length === 0 && metric.roleSlices === undefined ? {} : { roleSlices }),
  };
}
