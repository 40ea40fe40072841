import type { Plan, Requirement, Verdict } from '@/lib/engine/plan';
import { rowKey } from '@/lib/engine/push/asked-row';
import type { ConsumerDemand } from '@/lib/engine/push/consumer-demand';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributesIn, indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';

/** `not-planned`: an estimate nobody has confirmed, so nobody is asked; it is neither met nor missing. */
export type Coverage = 'met' | 'needs-more' | 'nobody' | 'unused' | 'not-planned';

const RANK: readonly Coverage[] = ['unused', 'met', 'needs-more', 'nobody'];

/**
 * For every record of a model that is used, whether somebody offers what it needs: what an analyst sees as a mark on each
 * field, metric and need. A field is judged by what it reads one hop upstream, a metric and a need by everything asked for it.
 * An entity and a metric are also judged by what is asked of whole products they come from: what is there, and too old,
 * is not offered as it is needed.
 */
export function coverRecords(
  document: ModelDocument,
  demand: ConsumerDemand | null,
  plan: Plan,
): Record<RecordId, Coverage> {
  const rows = new Map(plan.requirements.map((row) => [rowKey(row), row]));
  const {
    attribute: attributes,
    entity: entities,
    metric: metrics,
    expectation,
    relationship,
  } = indexModel(document).byKind;
  const covered = new Map<RecordId, Coverage>();
  const isNeeded = neededEntities(document, demand);
  const wholes = coverProducts(plan);
  const wholeOf = (product: string) => wholes.get(product) ?? 'unused';
  for (const { id, entityId } of attributes)
    covered.set(id, isNeeded.has(entityId) ? coverAttribute(document, demand, rows, id) : 'unused');
  for (const { id, name } of entities) {
    const own = isNeeded.has(id) ? attributesIn(document, id) : [];
    const fields = own.map(({ id }) => covered.get(id) ?? 'unused');
    covered.set(id, worst(isNeeded.has(id) ? [...fields, ...inputProducts(demand, name).map(wholeOf)] : fields));
  }
  for (const { id } of relationship) covered.set(id, demand?.uses.relationships.has(id) ? 'met' : 'unused');
  for (const { id, name } of metrics) {
    const isPlanned = demand?.uses.causes.some((cause) => cause.kind === 'metric' && cause.name === name) ?? false;
    const asked = isPlanned ? askedFor(plan, (cause) => cause.metric === name) : [];
    const found = asked.flatMap((row) => [coverageOf(row.verdict), wholeOf(row.product)]);
    covered.set(id, isPlanned ? worst(['met', ...found]) : 'unused');
  }
  for (const { id, origin } of expectation) {
    const name = nameOfRecord(document, id);
    const found = worst(askedFor(plan, (cause) => cause.expectation === name).map((row) => coverageOf(row.verdict)));
    covered.set(id, origin === 'stated' ? found : 'not-planned');
  }
  return Object.fromEntries([...covered].filter(([, one]) => one !== 'unused'));
}

/** Most of what is drawn is read by nothing yet, and need not be looked at field by field. */
function neededEntities(document: ModelDocument, demand: ConsumerDemand | null): ReadonlySet<RecordId> {
  const { entity } = indexModel(document).byKind;
  const isNeeded = ({ name }: { name: string }) => demand?.demand.entities.has(`${demand.consumer.key}.${name}`);
  return new Set(entity.filter(isNeeded).map(({ id }) => id));
}

function coverAttribute(
  document: ModelDocument,
  demand: ConsumerDemand | null,
  rows: ReadonlyMap<string, Requirement>,
  id: RecordId,
): Coverage {
  const record = document.records[id];
  const entity = record?.kind === 'attribute' ? document.records[record.entityId] : undefined;
  if (record?.kind !== 'attribute' || entity?.kind !== 'entity' || demand === null) return 'unused';
  const needed = demand.demand.entities.get(`${demand.consumer.key}.${entity.name}`);
  if (!needed?.attributes.has(record.name)) return 'unused';
  const tree = needed.entity?.attributes.get(record.name)?.tree ?? null;
  if (tree === null) return 'nobody';
  const inputs = new Map(needed.entity?.derivation?.inputs.map((input) => [input.alias, input]) ?? []);
  const read = columnsOf(tree).flatMap(({ qualifier, name }): Coverage[] => {
    const input = inputs.get(qualifier ?? '');
    if (input?.kind !== 'entity') return [];
    const target = `${nameIn(input.ref)}.${name}`;
    const row = rows.get(rowKey({ product: ownerIn(input.ref), target, kind: 'attribute', rule: null }));
    return row ? [coverageOf(row.verdict)] : [];
  });
  return worst(['met', ...read]);
}

function askedFor(plan: Plan, isIt: (cause: Requirement['because'][number]) => boolean): Requirement[] {
  return plan.requirements.filter((row) => row.because.some(isIt));
}

/** What is asked of each product as a whole: its age, how sure it is. A promise nobody made yet is more to promise. */
function coverProducts({ requirements }: Plan): ReadonlyMap<string, Coverage> {
  const wholes = new Map<string, Coverage>();
  for (const { product, target, verdict } of requirements)
    if (target === null)
      wholes.set(product, worst([wholes.get(product) ?? 'unused', verdict === 'met' ? 'met' : 'needs-more']));
  return wholes;
}

function inputProducts(demand: ConsumerDemand | null, entity: string): string[] {
  const needed = demand?.demand.entities.get(`${demand.consumer.key}.${entity}`);
  const inputs = needed?.entity?.derivation?.inputs ?? [];
  return inputs.flatMap((input) => (input.kind === 'entity' ? [ownerIn(input.ref)] : []));
}

function coverageOf(verdict: Verdict): Coverage {
  if (verdict === 'met') return 'met';
  return verdict === 'missing' ? 'nobody' : 'needs-more';
}

function worst(found: readonly Coverage[]): Coverage {
  return RANK[Math.max(0, ...found.map((one) => RANK.indexOf(one)))] ?? 'unused';
}
