import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import type { Column } from '@/lib/sql/tree';
import { bit, type CauseSet, type EntityDemand } from '../demand/demand';
import { rawColumns } from '../demand/raw-columns';
import { workedColumns, workedInCondition } from '../demand/worked-columns';
import { overInputs } from '../lineage/over-inputs';
import type { AskedValidity } from './ask-validity';
import { causesOf } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';
import { inputsOfNode, type PrivacyNode } from './privacy-nodes';

/**
 * Nodes whose very values the consumer uses, and what for: directly, and through nothing that hides them, or to work something
 * out with them, were it only which rows there are. A key that only tells rows apart or finds them does as well as a digest,
 * and so does a value that is only counted or has to be there, as long as it comes as it is. What values may be is looked at
 * where it is checked, and further upstream.
 */
export function neededRaw(
  consumerDemand: ConsumerDemand,
  nodes: ReadonlyMap<string, PrivacyNode>,
  validity: AskedValidity,
): ReadonlyMap<string, CauseSet> {
  const { demand, uses } = consumerDemand;
  const raw = new Map<string, CauseSet>();
  const counted = new Map<string, CauseSet>();
  const add = (to: Map<string, CauseSet>, key: string, causes: CauseSet) => to.set(key, (to.get(key) ?? 0n) | causes);
  const asDigests = digestUses(consumerDemand, validity);
  for (const { cause, entity, attribute, direct, counted: isCounted, worked } of uses.uses) {
    if (attribute === null || !(direct || worked)) continue;
    const isDigest = isCounted || (!worked && asDigests.has(`${cause} ${entity}.${attribute}`));
    add(isDigest ? counted : raw, `${demand.consumer}.${entity}.${attribute}`, bit(cause));
  }
  for (const { key, causes } of [...workedWith(nodes), ...checkedAt(consumerDemand, validity)]) add(raw, key, causes);
  for (const node of nodes.values()) {
    const onlyCounted = counted.get(node.key) ?? 0n;
    if (onlyCounted !== 0n && !isCopied(node)) add(raw, node.key, onlyCounted);
    const read = raw.get(node.key) ?? 0n;
    for (const input of inputsOfNode(nodes, node, rawColumns)) {
      if (read !== 0n) add(raw, input.key, read);
      if (onlyCounted !== 0n) add(counted, input.key, onlyCounted);
    }
  }
  return raw;
}

/** What stated needs only want to be there or told apart, or have checked further upstream: by cause and field. */
function digestUses({ consumer, demand }: ConsumerDemand, { checks }: AskedValidity): Set<string> {
  const { model } = consumer;
  return new Set(
    indexModel(model).byKind.expectation.flatMap((expectation): string[] => {
      const cause = causeOf(demand.causes, nameOfRecord(model, expectation.id));
      const on = nameOfRecord(model, expectation.onId);
      const isMoved = !checks.some((check) => check.on === on && check.rule === expectation.rule.rule);
      return cause < 0 ? [] : fieldsAsDigests(consumer, expectation, isMoved).map((field) => `${cause} ${field}`);
    }),
  );
}

function fieldsAsDigests(
  { model }: ConsumerDemand['consumer'],
  { rule, onId }: ExpectationRecord,
  isMoved: boolean,
): string[] {
  const attribute = recordOf(model, 'attribute', onId);
  const own = attribute ? [nameOfRecord(model, attribute.id)] : [];
  switch (rule.rule) {
    case 'not-null':
    case 'completeness':
      return own;
    case 'unique':
      return [...own, ...(rule.attributes ?? []).map((id) => nameOfRecord(model, id))];
    case 'in-set':
    case 'range':
    case 'pattern':
      return isMoved ? own : [];
    case 'holds': {
      const entity = recordOf(model, 'entity', attribute?.entityId ?? onId)?.name;
      const tree = parseExpression(rule.condition);
      if (!tree.ok || entity === undefined) return [];
      const worked = isMoved ? [] : workedInCondition(tree.value).map(({ name }) => name);
      const plain = columnsOf(tree.value).filter(({ qualifier, name }) => qualifier === null && !worked.includes(name));
      return [...own, ...plain.map(({ name }) => `${entity}.${name}`)];
    }
    default:
      return [];
  }
}

function causeOf(causes: ConsumerDemand['demand']['causes'], name: string): number {
  return causes.findIndex((cause) => cause.kind === 'expectation' && cause.name === name);
}

/** What a check works with is needed where it is checked. */
function checkedAt({ demand }: ConsumerDemand, { rows }: AskedValidity): RawUse[] {
  return rows.flatMap(({ product, target, value, because }): RawUse[] => {
    const check = value !== null && typeof value === 'object' && typeof value.check === 'string' ? value.check : '';
    const tree = parseExpression(check);
    const worked = tree.ok ? workedInCondition(tree.value) : [];
    if (worked.length === 0) return [];
    const [entity = ''] = target?.split('.', 1) ?? [];
    const named = causesOf(because).map(({ expectation = '' }) => causeOf(demand.causes, expectation));
    const causes = named.reduce((all, cause) => (cause < 0 ? all : all | bit(cause)), 0n);
    return worked.map(({ name }) => ({ key: `${product}.${entity}.${name}`, causes }));
  });
}

type RawUse = { key: string; causes: CauseSet };

/** What the entities on the way calculate with, order or search: a digest of it would give them something else. */
function workedWith(nodes: ReadonlyMap<string, PrivacyNode>): RawUse[] {
  const found: RawUse[] = [];
  const add = ({ entity, liveInputs }: EntityDemand, columns: readonly Column[], causes: CauseSet) => {
    for (const { qualifier, name } of columns) {
      const whole = qualifier === null && entity ? overInputs(entity, name) : null;
      for (const over of whole ? rawColumns(whole) : [{ qualifier, name }]) {
        const live = liveInputs.find(({ input }) => input.alias === over.qualifier);
        if (live) found.push({ key: `${live.input.ref}.${over.name}`, causes });
      }
    }
  };
  for (const needed of new Set([...nodes.values()].map((node) => node.needed))) {
    const conditions = [needed.entity?.derivation?.where, ...needed.liveInputs.map(({ input }) => input.on)];
    for (const condition of conditions) if (condition) add(needed, workedInCondition(condition), needed.causes);
    for (const [name, { causes }] of needed.attributes.entries()) {
      const tree = needed.entity?.attributes.get(name)?.tree;
      if (tree) add(needed, workedColumns(tree), causes);
    }
  }
  return found;
}

function isCopied({ needed, name }: PrivacyNode): boolean {
  return (needed.entity && overInputs(needed.entity, name))?.kind === 'column';
}
