import { once } from '@/lib/base/once';
import type { Policy, Product } from '@/lib/catalog/snapshot';
import { Classification } from '@/lib/model/records';
import type { HouseRule } from '@/lib/model/rule';
import { type CauseSet, causesIn } from '../demand/demand';
import { findPath } from '../demand/find-path';
import { rawColumns, valueColumns } from '../demand/raw-columns';
import { type Lineage, policyApplies } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { RequirementValue } from '../plan';
import { findClassifications, strictestClass } from '../supply/find-classifications';
import { becauseOf } from './ask-structure';
import type { AskedValidity } from './ask-validity';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';
import { neededRaw } from './needed-raw';
import { inputsOfNode, type PrivacyNode } from './privacy-nodes';

export type AskedPrivacy = { rows: AskedRow[]; classified: ReadonlyMap<string, Classification> };

/**
 * How needed values must be treated. Classifications pass both ways, and the strictest wins: what a consumer calls
 * personal is personal upstream. House rules about a classification are asked where the need meets them: to mask, at
 * the left-most product they speak of; to stay, of the last product before a value would leave, and where it does stay,
 * of the left-most. What is needed raw and may not be is a conflict, because no product can grant both.
 */
export function askPrivacy(lineage: Lineage, consumerDemand: ConsumerDemand, validity: AskedValidity): AskedPrivacy {
  const { demand } = consumerDemand;
  const classified = findClassifications(lineage, demand);
  if (classified.size === 0 && !hidesUnclassified(lineage)) return { rows: [], classified };
  const nodes = new Map<string, PrivacyNode>();
  for (const needed of demand.order)
    for (const name of needed.attributes.keys()) {
      const key = `${needed.ref}.${name}`;
      nodes.set(key, { needed, name, key, offered: classified.get(key) ?? null });
    }
  const raw = once(() => neededRaw(consumerDemand, nodes, validity));
  const digests = once(() => digestsIn(nodes));
  const required = requiredClasses(nodes);
  const strictest = new Map<string, Classification>();
  for (const { key, offered } of nodes.values()) {
    const both = strictestClass(offered, required.get(key));
    if (both !== null) strictest.set(key, both);
  }
  const context = {
    lineage,
    consumerDemand,
    nodes,
    strictest,
    rawFor: (key: string) => raw().get(key) ?? 0n,
    isDigest: (key: string) => digests().has(key),
  };
  const rules = lineage.snapshot.policies.flatMap((policy) => policy.requires.map((rule) => ({ policy, rule })));
  return {
    rows: [
      ...askTreatment(context),
      ...rules.flatMap(({ policy, rule }) => {
        if (rule.rule === 'mask') return askMasks(context, policy);
        return rule.rule === 'stays-in' ? askToStay(context, policy, rule) : [];
      }),
    ],
    classified: strictest,
  };
}

/** Most workspaces classify little, and then there is nothing to look for. */
function hidesUnclassified({ snapshot }: Lineage): boolean {
  return snapshot.policies.some(
    ({ applies, requires }) =>
      applies.classification === undefined && requires.some(({ rule }) => rule === 'mask' || rule === 'stays-in'),
  );
}

type Context = {
  lineage: Lineage;
  consumerDemand: ConsumerDemand;
  nodes: ReadonlyMap<string, PrivacyNode>;
  strictest: ReadonlyMap<string, Classification>;
  /** The causes that need the very value. */
  rawFor: (key: string) => CauseSet;
  isDigest: (key: string) => boolean;
};

/** Confidential and personal values are to be treated as such; what is public or internal needs no word. */
function askTreatment({ consumerDemand, nodes, strictest }: Context): AskedRow[] {
  const { demand } = consumerDemand;
  return [...nodes.values()].flatMap((node): AskedRow[] => {
    const classification = strictest.get(node.key);
    const isAsked = classification === 'confidential' || classification === 'personal';
    if (!isAsked || node.needed.product === demand.consumer) return [];
    const causes = node.needed.attributes.get(node.name)?.causes ?? 0n;
    return [
      {
        ...rowOf(node, demand.consumer),
        rule: null,
        value: { classification },
        because: becauseOf(demand, node.needed.ref, node.name, causes),
        judged: {
          verdict: verdictOn(node.offered, classification),
          supply: node.offered === null ? null : { classification: node.offered },
        },
      },
    ];
  });
}

function verdictOn(offered: Classification | null, wanted: Classification): 'met' | 'missing' | 'tighten' {
  if (offered === null) return 'missing';
  return offered === wanted ? 'met' : 'tighten';
}

function askMasks(context: Context, policy: Policy): AskedRow[] {
  const { nodes, consumerDemand } = context;
  const { consumer } = consumerDemand.demand;
  const spoken = [...nodes.values()].filter(
    (node) => isSpokenOf(context, policy, node) && appliesAt(context, policy, node),
  );
  const places = new Map<string, PrivacyNode>();
  for (const node of spoken)
    for (const place of node.needed.product === consumer ? inputsOfNode(nodes, node) : [node])
      if (place.needed.product !== consumer) places.set(place.key, place);
  return [...places.values()].flatMap((node): AskedRow[] => {
    if (inputsOfNode(nodes, node).some(({ key }) => places.has(key))) return [];
    const against = context.isDigest(node.key) ? 0n : context.rawFor(node.key);
    const open = against === 0n ? 'missing' : 'conflict';
    const row = ruledRow(context, policy, node, 'mask', {}, context.isDigest(node.key) ? 'met' : open);
    return [against === 0n ? row : { ...row, against }];
  });
}

type StaysIn = Extract<HouseRule, { rule: 'stays-in' }>;

function askToStay(context: Context, policy: Policy, { alignment, domain }: StaysIn): AskedRow[] {
  const { nodes, lineage, consumerDemand } = context;
  const isInside = (product: Product) =>
    (alignment === undefined || product.alignment === alignment) && (domain === undefined || product.domain === domain);
  const leaving = new Map<string, PrivacyNode>();
  for (const reader of nodes.values()) {
    const product = lineage.product(reader.needed.product)?.product;
    if (!product || isInside(product)) continue;
    for (const node of inputsOfNode(nodes, reader))
      if (isSpokenOf(context, policy, node) && appliesAt(context, policy, node)) leaving.set(node.key, node);
  }
  const where = { ...(alignment === undefined ? {} : { alignment }), ...(domain === undefined ? {} : { domain }) };
  const kept = new Map<string, PrivacyNode>();
  const escapes = whatEscapes(nodes, leaving);
  for (const node of nodes.values()) {
    const product = lineage.product(node.needed.product)?.product;
    const isKept = product !== undefined && isInside(product) && !escapes.has(node.key);
    if (isKept && isSpokenOf(context, policy, node) && appliesAt(context, policy, node)) kept.set(node.key, node);
  }
  const leftMost = (found: ReadonlyMap<string, PrivacyNode>) =>
    [...found.values()]
      .filter(({ needed }) => needed.product !== consumerDemand.demand.consumer)
      .filter((node) => !inputsOfNode(nodes, node).some(({ key }) => found.has(key)));
  return [
    ...leftMost(leaving).map((node) => ruledRow(context, policy, node, 'stays-in', where, 'conflict')),
    ...leftMost(kept).map((node) => ruledRow(context, policy, node, 'stays-in', where, 'met')),
  ];
}

/** What leaves, and everything that it is made of: nobody upstream keeps what goes out further on. */
function whatEscapes(nodes: ReadonlyMap<string, PrivacyNode>, leaving: ReadonlyMap<string, PrivacyNode>): Set<string> {
  const escapes = new Set(leaving.keys());
  const open = [...leaving.values()];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const input of inputsOfNode(nodes, node))
      if (!escapes.has(input.key)) {
        escapes.add(input.key);
        open.push(input);
      }
  return escapes;
}

function isSpokenOf({ strictest }: Context, { applies }: Policy, { key }: PrivacyNode): boolean {
  const classification = strictest.get(key);
  if (applies.classification === undefined) return true;
  return classification !== undefined && applies.classification.includes(classification);
}

function appliesAt({ lineage }: Context, policy: Policy, { needed }: PrivacyNode): boolean {
  const product = lineage.product(needed.product)?.product;
  return product !== undefined && policyApplies(policy, product);
}

function ruledRow(
  { consumerDemand, strictest }: Context,
  policy: Policy,
  node: PrivacyNode,
  rule: 'mask' | 'stays-in',
  where: Record<string, string>,
  verdict: 'met' | 'missing' | 'conflict',
): AskedRow {
  const { demand } = consumerDemand;
  const [cause] = causesIn(node.needed.attributes.get(node.name)?.causes ?? 0n);
  const path = cause === undefined ? [node.needed.product] : findPath(demand, node.needed.ref, node.name, cause);
  const classification = strictest.get(node.key) ?? null;
  const kept = rule === 'mask' ? { masked: true } : where;
  return {
    ...rowOf(node, demand.consumer),
    rule,
    value: { ...(classification === null ? {} : { classification }), ...where },
    because: [{ consumer: demand.consumer, metric: null, policy: policy.key, path }],
    judged: { verdict, supply: verdict === 'met' ? kept : null },
  };
}

function rowOf({ needed, name }: PrivacyNode, consumer: string) {
  const target = `${needed.name}.${name}`;
  return { consumer, product: needed.product, target, kind: 'privacy' as const, role: null };
}

/** The fields of its own entity that a value is made of, however deep. */
function ownOf(nodes: ReadonlyMap<string, PrivacyNode>, { needed, name }: PrivacyNode): PrivacyNode[] {
  const found = new Set([name]);
  for (const own of found) {
    const tree = needed.entity?.attributes.get(own)?.tree ?? null;
    const columns = tree === null ? [] : valueColumns(tree);
    for (const { qualifier, name: column } of columns) if (qualifier === null) found.add(column);
  }
  found.delete(name);
  return [...found].flatMap((own) => nodes.get(`${needed.ref}.${own}`) ?? []);
}

/** Nodes that hold nothing but digests of classified values, made here or further upstream. */
function digestsIn(nodes: ReadonlyMap<string, PrivacyNode>): Set<string> {
  const digests = new Set<string>();
  for (const node of [...nodes.values()].reverse()) {
    const tree = node.needed.entity ? overInputs(node.needed.entity, node.name) : null;
    if (tree === null || valueColumns(tree).length === 0) continue;
    const inputs = inputsOfNode(nodes, node, rawColumns);
    const isOfDigests = inputs.length > 0 && inputs.every(({ key }) => digests.has(key));
    if (rawColumns(tree).length === 0 || isOfDigests) digests.add(node.key);
  }
  return digests;
}

/** What is called personal downstream is personal upstream. */
function requiredClasses(nodes: ReadonlyMap<string, PrivacyNode>): Map<string, Classification> {
  const required = new Map<string, Classification>();
  for (const node of nodes.values()) {
    const own = node.needed.entity?.attributes.get(node.name)?.record.classification;
    const wanted = strictestClass(required.get(node.key), own);
    if (wanted === null) continue;
    for (const input of [...inputsOfNode(nodes, node), ...ownOf(nodes, node)]) {
      const both = strictestClass(required.get(input.key), wanted);
      if (both !== null) required.set(input.key, both);
    }
  }
  return required;
}

/** The strictest classification of both, and every place either must stay in. */
export function strictestTreatment(a: RequirementValue, b: RequirementValue): RequirementValue {
  const [x, y] = [readPrivacy(a), readPrivacy(b)];
  const classification = strictestClass(x.classification, y.classification);
  return { ...y, ...x, ...(classification === null ? {} : { classification }) };
}

export type PrivacyValue = { classification?: Classification; alignment?: string; domain?: string };

export function readPrivacy(value: RequirementValue): PrivacyValue {
  const said = value !== null && typeof value === 'object' ? value : {};
  const classification = Classification.safeParse(said.classification);
  return {
    ...(classification.success ? { classification: classification.data } : {}),
    ...(typeof said.alignment === 'string' ? { alignment: said.alignment } : {}),
    ...(typeof said.domain === 'string' ? { domain: said.domain } : {}),
  };
}
