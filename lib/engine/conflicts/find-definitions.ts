import { compareText } from '@/lib/base/compare-text';
import { nameFew } from '@/lib/base/name-few';
import { once } from '@/lib/base/once';
import { indexProducts } from '@/lib/catalog/index-products';
import type { Product } from '@/lib/catalog/snapshot';
import { renameRecord } from '@/lib/model/edits/rename-record';
import { fingerprintMetric } from '@/lib/model/fingerprint-metric';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord, sentenceCase } from '@/lib/model/names';
import type { MetricRecord, ModelDocument, ModelRecord } from '@/lib/model/records';
import { describeMetric } from '@/lib/model/sentence';
import type { CompiledProduct } from '../lineage/lineage';
import { adoptDefinition } from './adopt-definition';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { defineMetric, defineTime } from './define-metric';
import { describeReadings } from './describe-readings';
import { loseMetrics } from './lose-metrics';
import { ownedBy } from './owned-by';

/** More than this many of one name or one shape are not compared: nobody would read them. */
const OTHERS_MAX = 12;

/**
 * One name for what is written in two ways, and two names for what computes the same. Equal is only said after the listed
 * normalisations and over the same time; what is written differently may still be the same, and the words never say otherwise. Warnings: two
 * teams should talk, and nothing is wrong with the data.
 */
export function findDefinitions(facts: OwnFacts): FoundConflict[] {
  const { demand, lineage } = facts;
  const { consumer } = demand;
  const own = indexModel(consumer.model).byKind.metric;
  if (own.length === 0) return [];
  const [byName, byShape] = [metricsByName(lineage.snapshot), metricsByShape(lineage.snapshot)];
  return own.flatMap((metric): FoundConflict[] => {
    const definition = once(() => defineMetric(consumer, metric));
    const compare = <T>(others: readonly MetricAt[], tell: (other: OtherMetric) => T | null): T[] =>
      others.flatMap(({ product, name }) => {
        const compiled = lineage.product(product);
        const other = compiled && indexModel(compiled.model).metricByName.get(name);
        return (other && tell({ product: compiled, metric: other })) ?? [];
      });
    const isOther = ({ product }: MetricAt) => product !== consumer.key;
    const isCalledOtherwise = (at: MetricAt) => isOther(at) && at.name !== metric.name;
    const sameName = compare(firstOf(byName.get(metric.name), isOther), (other) =>
      differs(facts, metric, definition(), other),
    );
    const shape = shapeOf(consumer.model, metric);
    const sameThing =
      shape === null
        ? []
        : compare(firstOf(byShape.get(shape), isCalledOtherwise), (other) =>
            tellSameThing(facts, metric, definition(), other),
          );
    return [...tellSameName(facts, metric, sameName), ...sameThing.slice(0, 1)];
  });
}

/** The first few by product and name. */
function firstOf(all: readonly MetricAt[] = [], isWanted: (at: MetricAt) => boolean): MetricAt[] {
  const found: MetricAt[] = [];
  for (const at of inOrder(all)) {
    if (found.length >= OTHERS_MAX) break;
    if (isWanted(at)) found.push(at);
  }
  return found;
}

/** Everybody who calls a metric the same looks through the same list. */
const ordered = new WeakMap<readonly MetricAt[], readonly MetricAt[]>();

function inOrder(all: readonly MetricAt[]): readonly MetricAt[] {
  const known = ordered.get(all);
  if (known) return known;
  const made = [...all].sort((a, b) => compareText(a.product, b.product) || compareText(a.name, b.name));
  ordered.set(all, made);
  return made;
}

type OtherMetric = { product: CompiledProduct; metric: MetricRecord };

type Different = { other: OtherMetric; cannotTell: string };

/** Null where both are the same, as far as can be told. */
function differs({ demand }: OwnFacts, metric: MetricRecord, own: string | null, other: OtherMetric): Different | null {
  const theirs = defineMetric(other.product, other.metric);
  if (own !== null && own === theirs) return null;
  const isWrittenAlike =
    fingerprintMetric(demand.consumer.model, metric.id) === fingerprintMetric(other.product.model, other.metric.id);
  const isUnknown = own === null || theirs === null;
  if (isWrittenAlike && isUnknown) return null;
  const cannotTell = isUnknown
    ? 'Whether they are the same cannot be told.'
    : 'They may still compute the same; that cannot be told.';
  return { other, cannotTell };
}

/** Everybody who calls something else the same, in one conflict, which stands at the first of them. */
function tellSameName(facts: OwnFacts, metric: MetricRecord, all: readonly Different[]): FoundConflict[] {
  const [first] = all;
  if (!first) return [];
  const { names, demand } = facts;
  const { consumer } = demand;
  const { other, cannotTell } = first;
  const label = names.metric(consumer.key, metric.name);
  const [unit, otherUnit] = [unitOf(consumer.model, metric), unitOf(other.product.model, other.metric)];
  const units =
    unit !== null && otherUnit !== null && unit !== otherUnit ? ` One is in ${unit}, the other in ${otherUnit}.` : '';
  const products = all.map(({ other: { product } }) => product.key);
  const more = products.slice(1);
  const also =
    more.length === 0
      ? ''
      : ` ${nameFew(more.map((key) => names.product(key)))} ${more.length === 1 ? 'has one of its own' : 'have others'}.`;
  return [
    {
      ...about(facts, metric, other),
      products,
      target: metric.name,
      words: `${describeBoth(facts, metric, other)}${units} ${cannotTell}${also} ${ownedBy(names, ...products)}`,
      propose: () => [
        ...adoptDefinition(facts, metric, other),
        ...rename(facts, metric, {
          name: `${metric.name}_${consumer.key.replace(/^[a-z]+-/, '').replace(/[^A-Za-z0-9_]/g, '_')}`,
          label: `${label} (${names.product(consumer.key)})`,
        }),
      ],
    },
  ];
}

/** How each of them computes it; where the two sentences are the same, what they read instead, or that they are written differently. */
function describeBoth({ names, demand }: OwnFacts, metric: MetricRecord, { product, metric: theirs }: OtherMetric) {
  const { consumer } = demand;
  const label = names.metric(consumer.key, metric.name);
  const [here, there] = [names.product(consumer.key), names.product(product.key)];
  const [own, other] = [formulaOf(consumer.model, metric), formulaOf(product.model, theirs)];
  const isAlike = own !== null && own === other;
  const readings = isAlike ? describeReadings(names, { product: consumer, metric }, { product, metric: theirs }) : null;
  if (readings !== null)
    return `${label} is told alike in ${here} and in ${there}, and reads different things: ${readings}.`;
  if (own === null || other === null || isAlike)
    return `${label} is defined in ${here} and in ${there}, and the two are written differently.`;
  return `${label} in ${here} is ${own}; in ${there} it is ${other}.`;
}

/** "the sum of amount over Orders, by order date", from the sentence of the metric; null where it is not finished. */
function formulaOf(model: ModelDocument, metric: MetricRecord): string | null {
  const known = formulas.get(model) ?? new Map<string, string | null>();
  formulas.set(model, known);
  const before = known.get(metric.id);
  if (before !== undefined) return before;
  const begins = `${labelOfRecord(model, metric.id)} is `;
  const sentence = describeMetric(model, metric.id);
  const isTold = sentence.startsWith(begins) && !sentence.endsWith('not finished yet.');
  const formula = isTold ? sentence.slice(begins.length).replace(/\.$/, '') : null;
  known.set(metric.id, formula);
  return formula;
}

/** Documents are never changed in place, and a metric is compared with many. */
const formulas = new WeakMap<ModelDocument, Map<string, string | null>>();

/** The metric's own unit, else that of the measure it is made of. */
function unitOf(model: ModelDocument, { unit, formula }: MetricRecord): string | null {
  if (unit !== null || formula.kind !== 'simple') return unit;
  return recordOf(model, 'measure', formula.measureId)?.unit ?? null;
}

function tellSameThing(
  facts: OwnFacts,
  metric: MetricRecord,
  own: string | null,
  other: OtherMetric,
): FoundConflict | null {
  if (own === null || own !== defineMetric(other.product, other.metric)) return null;
  const { names, demand } = facts;
  const { key } = demand.consumer;
  const time = defineTime(demand.consumer, metric);
  if (time === null || time !== defineTime(other.product, other.metric)) return null;
  const label = names.metric(key, metric.name);
  const theirs = names.metric(other.product.key, other.metric.name);
  return {
    ...about(facts, metric, other),
    target: `${metric.name} = ${other.metric.name}`,
    words: `${label} in ${names.product(key)} and ${theirs} in ${names.product(other.product.key)} compute the same over the same time, under two names. Whoever reads both will look for a difference that is not there. ${ownedBy(names, other.product.key)}`,
    propose: () => [
      ...rename(facts, metric, { name: other.metric.name, label: other.metric.label }),
      ...loseMetrics(facts, [metric.name]),
    ],
  };
}

function about({ demand, names }: OwnFacts, metric: MetricRecord, { product, metric: other }: OtherMetric) {
  return {
    code: 'definition' as const,
    consumer: demand.consumer.key,
    at: product.key,
    severity: 'warning' as const,
    products: [product.key],
    path: [`${demand.consumer.key}:${metric.name}`, `${product.key}:${other.name}`],
    numbers: { owner: other.owner ?? names.team(product.key)?.key ?? null },
  };
}

function rename(
  { demand }: OwnFacts,
  metric: MetricRecord,
  { name, label }: Pick<MetricRecord, 'name' | 'label'>,
): Proposal[] {
  const { key, product } = demand.consumer;
  const renamed = renameRecord(product.model, { id: metric.id, name, productKey: key });
  const put = changedRecords(product.model, renamed).map((record) =>
    record.id === metric.id && record.kind === 'metric' ? { ...record, label } : record,
  );
  if (put.length === 0) return [];
  return [
    {
      words: `Call it ${label ?? sentenceCase(name)} here.`,
      change: { schedules: [], records: [{ product: key, put, remove: [] }] },
    },
  ];
}

function changedRecords(before: ModelDocument, after: ModelDocument): ModelRecord[] {
  return Object.values(after.records).filter((record) => record !== before.records[record.id]);
}

type MetricAt = { product: string; name: string };

/** Published metrics by name. */
const metricsByName = indexProducts((product) => metricsOf(product, ({ name }) => name));

/** Published metrics by what they roughly are. */
const metricsByShape = indexProducts((product) => metricsOf(product, (metric) => shapeOf(product.model, metric)));

function metricsOf({ key, model, status }: Product, toKey: (metric: MetricRecord) => string | null) {
  if (status !== 'published') return [];
  return indexModel(model).byKind.metric.flatMap((metric): [string, MetricAt][] => {
    const at = toKey(metric);
    return at === null ? [] : [[at, { product: key, name: metric.name }]];
  });
}

/** Cheap, and equal whenever two simple metrics are equal: what they aggregate of what. Null for metrics of metrics. */
function shapeOf(model: ModelDocument, { formula }: MetricRecord): string | null {
  if (formula.kind !== 'simple' && formula.kind !== 'cumulative') return null;
  const measure = recordOf(model, 'measure', formula.measureId);
  const from = recordOf(model, 'entity', measure?.entityId ?? null)?.derivation?.from;
  if (!measure || !from) return null;
  const ref = 'entity' in from ? from.entity : from.table;
  return `${formula.kind} ${measure.aggregation} ${ref}`;
}
