import { once } from '@/lib/base/once';
import type { Policy, Product } from '@/lib/catalog/snapshot';
import { Classification } from '@/lib/model/records';
import type { HouseRule } from '@/lib/model/rule';
import type { Column } from '@/lib/sql/tree';
import { causesIn, type EntityDemand } from '../demand/demand';
import { findPath } from '../demand/find-path';
import { rawColumns, valueColumns } from '../demand/raw-columns';
import { workedColumns, workedInCondition } from '../demand/worked-columns';
import { type Lineage, policyApplies } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { RequirementValue } from '../plan';
import { findClassifications, strictestClass } from '../supply/find-classifications';
import { becauseOf } from './ask-structure';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

/** A needed attribute somewhere upstream or in the consumer's own model. */
type Node = { needed: EntityDemand; name: string; key: string; offered: Classification | null };

export type AskedPrivacy = { rows: AskedRow[]; classified: ReadonlyMap<string, Classification> };

/**
 * How needed values must be treated. Classifications pass both ways, and the strictest wins: what a consumer calls
 * personal is personal upstream. House rules about a classification are asked where the need meets them: to mask, at
 * the left-most product they speak of; to stay, of the last product before a value would leave, and where it does stay,
 * of the left-most. What is needed raw and may not be is a conflict, because no product can grant both.
 */
export function askPrivacy(lineage: Lineage, consumerDemand: ConsumerDemand): AskedPrivacy {
  const { demand } = consumerDemand;
  const classified = findClassifications(lineage, demand);
  if (classified.size === 0 && !hidesUnclassified(lineage)) return { rows: [], classified };
  const nodes = new Map<string, Node>();
  for (const ref of demand.order) {
    const needed = demand.entities.get(ref);
    for (const name of needed?.attributes.keys() ?? []) {
      const key = `${ref}.${name}`;
      if (needed) nodes.set(key, { needed, name, key, offered: classified.get(key) ?? null });
    }
  }
  const raw = once(() => neededRaw(consumerDemand, nodes));
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
    isRaw: (key: string) => raw().has(key),
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
  nodes: ReadonlyMap<string, Node>;
  strictest: ReadonlyMap<string, Classification>;
  isRaw: (key: string) => boolean;
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
          verdict: node.offered === classification ? 'met' : node.offered === null ? 'missing' : 'tighten',
          supply: node.offered === null ? null : { classification: node.offered },
        },
      },
    ];
  });
}

function askMasks(context: Context, policy: Policy): AskedRow[] {
  const { nodes, consumerDemand } = context;
  const { consumer } = consumerDemand.demand;
  const spoken = [...nodes.values()].filter(
    (node) => isSpokenOf(context, policy, node) && appliesAt(context, policy, node),
  );
  const places = new Map<string, Node>();
  for (const node of spoken)
    for (const place of node.needed.product === consumer ? inputsOf(nodes, node) : [node])
      if (place.needed.product !== consumer) places.set(place.key, place);
  return [...places.values()].flatMap((node): AskedRow[] => {
    if (inputsOf(nodes, node).some(({ key }) => places.has(key))) return [];
    const verdict = context.isDigest(node.key) ? 'met' : context.isRaw(node.key) ? 'conflict' : 'missing';
    return [ruledRow(context, policy, node, 'mask', {}, verdict)];
  });
}

type StaysIn = Extract<HouseRule, { rule: 'stays-in' }>;

function askToStay(context: Context, policy: Policy, { alignment, domain }: StaysIn): AskedRow[] {
  const { nodes, lineage, consumerDemand } = context;
  const isInside = (product: Product) =>
    (alignment === undefined || product.alignment === alignment) && (domain === undefined || product.domain === domain);
  const leaving = new Map<string, Node>();
  for (const reader of nodes.values()) {
    const product = lineage.product(reader.needed.product)?.product;
    if (!product || isInside(product)) continue;
    for (const node of inputsOf(nodes, reader))
      if (isSpokenOf(context, policy, node) && appliesAt(context, policy, node)) leaving.set(node.key, node);
  }
  const where = { ...(alignment === undefined ? {} : { alignment }), ...(domain === undefined ? {} : { domain }) };
  const kept = new Map<string, Node>();
  const escapes = whatEscapes(nodes, leaving);
  for (const node of nodes.values()) {
    const product = lineage.product(node.needed.product)?.product;
    const isKept = product !== undefined && isInside(product) && !escapes.has(node.key);
    if (isKept && isSpokenOf(context, policy, node) && appliesAt(context, policy, node)) kept.set(node.key, node);
  }
  const leftMost = (found: ReadonlyMap<string, Node>) =>
    [...found.values()]
      .filter(({ needed }) => needed.product !== consumerDemand.demand.consumer)
      .filter((node) => !inputsOf(nodes, node).some(({ key }) => found.has(key)));
  return [
    ...leftMost(leaving).map((node) => ruledRow(context, policy, node, 'stays-in', where, 'conflict')),
    ...leftMost(kept).map((node) => ruledRow(context, policy, node, 'stays-in', where, 'met')),
  ];
}

/** What leaves, and everything that it is made of: nobody upstream keeps what goes out further on. */
function whatEscapes(nodes: ReadonlyMap<string, Node>, leaving: ReadonlyMap<string, Node>): Set<string> {
  const escapes = new Set(leaving.keys());
  const open = [...leaving.values()];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const input of inputsOf(nodes, node))
      if (!escapes.has(input.key)) {
        escapes.add(input.key);
        open.push(input);
      }
  return escapes;
}

function isSpokenOf({ strictest }: Context, { applies }: Policy, { key }: Node): boolean {
  const classification = strictest.get(key);
  if (applies.classification === undefined) return true;
  return classification !== undefined && applies.classification.includes(classification);
}

function appliesAt({ lineage }: Context, policy: Policy, { needed }: Node): boolean {
  const product = lineage.product(needed.product)?.product;
  return product !== undefined && policyApplies(policy, product);
}

function ruledRow(
  { consumerDemand, strictest }: Context,
  policy: Policy,
  node: Node,
  rule: 'mask' | 'stays-in',
  where: Record<string, string>,
  verdict: 'met' | 'missing' | 'conflict',
): AskedRow {
  const { demand } = consumerDemand;
  const [cause] = causesIn(node.needed.attributes.get(node.name)?.causes ?? 0n);
  const path = cause === undefined ? [node.needed.product] : findPath(demand, node.needed.ref, node.name, cause);
  const classification = strictest.get(node.key) ?? null;
  return {
    ...rowOf(node, demand.consumer),
    rule,
    value: { ...(classification === null ? {} : { classification }), ...where },
    because: [{ consumer: demand.consumer, metric: null, policy: policy.key, path }],
    judged: { verdict, supply: verdict === 'met' ? (rule === 'mask' ? { masked: true } : where) : null },
  };
}

function rowOf({ needed, name }: Node, consumer: string) {
  const target = `${needed.name}.${name}`;
  return { consumer, product: needed.product, target, kind: 'privacy' as const, role: null };
}

/** What a value is made of, one step upstream. */
function inputsOf(nodes: ReadonlyMap<string, Node>, { needed, name }: Node, columnsIn = valueColumns): Node[] {
  const tree = needed.entity ? overInputs(needed.entity, name) : null;
  const inputs = needed.entity?.derivation?.inputs ?? [];
  return (tree === null ? [] : columnsIn(tree)).flatMap(({ qualifier, name: column }) => {
    const input = inputs.find(({ alias }) => alias === qualifier);
    return nodes.get(`${input?.ref ?? ''}.${column}`) ?? [];
  });
}

/** The fields of its own entity that a value is made of, however deep. */
function ownOf(nodes: ReadonlyMap<string, Node>, { needed, name }: Node): Node[] {
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
function digestsIn(nodes: ReadonlyMap<string, Node>): Set<string> {
  const digests = new Set<string>();
  for (const node of [...nodes.values()].reverse()) {
    const tree = node.needed.entity ? overInputs(node.needed.entity, node.name) : null;
    if (tree === null || valueColumns(tree).length === 0) continue;
    const inputs = inputsOf(nodes, node, rawColumns);
    const isOfDigests = inputs.length > 0 && inputs.every(({ key }) => digests.has(key));
    if (rawColumns(tree).length === 0 || isOfDigests) digests.add(node.key);
  }
  return digests;
}

/**
 * Nodes whose very values the consumer uses: directly, and through nothing that hides them, or to work something out with
 * them, were it only which rows there are. A key that only tells rows apart or finds them does as well as a digest, and so
 * does a value that is only counted, as long as it comes as it is.
 */
function neededRaw({ demand, uses }: ConsumerDemand, nodes: ReadonlyMap<string, Node>): Set<string> {
  const raw = workedWith(nodes);
  const counted = new Set<string>();
  for (const { entity, attribute, direct, counted: isCounted, worked } of uses.uses)
    if ((direct || worked) && attribute !== null)
      (isCounted ? counted : raw).add(`${demand.consumer}.${entity}.${attribute}`);
  for (const node of nodes.values()) {
    const isRead = raw.has(node.key) || (counted.has(node.key) && !isCopied(node));
    if (!isRead && !counted.has(node.key)) continue;
    for (const input of inputsOf(nodes, node, rawColumns)) (isRead ? raw : counted).add(input.key);
  }
  return raw;
}

/** What the entities on the way calculate with, order or search: a digest of it would give them something else. */
function workedWith(nodes: ReadonlyMap<string, Node>): Set<string> {
  const found = new Set<string>();
  const add = ({ entity, liveInputs }: EntityDemand, columns: readonly Column[]) => {
    for (const { qualifier, name } of columns) {
      const whole = qualifier === null && entity ? overInputs(entity, name) : null;
      for (const over of whole ? rawColumns(whole) : [{ qualifier, name }]) {
        const live = liveInputs.find(({ input }) => input.alias === over.qualifier);
        if (live) found.add(`${live.input.ref}.${over.name}`);
      }
    }
  };
  for (const needed of new Set([...nodes.values()].map((node) => node.needed))) {
    const conditions = [needed.entity?.derivation?.where, ...needed.liveInputs.map(({ input }) => input.on)];
    for (const condition of conditions) if (condition) add(needed, workedInCondition(condition));
    for (const name of needed.attributes.keys()) {
      const tree = needed.entity?.attributes.get(name)?.tree;
      if (tree) add(needed, workedColumns(tree));
    }
  }
  return found;
}

function isCopied({ needed, name }: Node): boolean {
  return (needed.entity && overInputs(needed.entity, name))?.kind === 'column';
}

/** What is called personal downstream is personal upstream. */
function requiredClasses(nodes: ReadonlyMap<string, Node>): Map<string, Classification> {
  const required = new Map<string, Classification>();
  for (const node of nodes.values()) {
    const own = node.needed.entity?.attributes.get(node.name)?.record.classification;
    const wanted = strictestClass(required.get(node.key), own);
    if (wanted === null) continue;
    for (const input of [...inputsOf(nodes, node), ...ownOf(nodes, node)]) {
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
