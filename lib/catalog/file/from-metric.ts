import { slicesOf, timeCutOf } from '@/lib/model/cuts';
import type { DriverRecord, MeasureRecord, MetricRecord, RecordId } from '@/lib/model/records';
import { listOrAbsent, orAbsent, unless } from './absent';
import type { FileModelInput } from './file-schema-model';
import { attributeIn, cutIn, nameIn, type WrittenNames } from './written-names';

type Line<List extends 'measures' | 'metrics' | 'drivers'> = NonNullable<FileModelInput[List]>[number];

export function fromMeasure(naming: WrittenNames, measure: MeasureRecord): Line<'measures'> {
  const { id } = measure;
  return {
    key: measure.name,
    label: orAbsent(measure.label),
    entity: nameIn(naming, 'entity', measure.entityId, id),
    aggregation: measure.aggregation,
    expression: orAbsent(measure.expression),
    percentile: orAbsent(measure.percentile),
    filter: orAbsent(measure.filter),
    segments: listOrAbsent(measure.segmentIds.map((segment) => nameIn(naming, 'segment', segment, id))),
    behaviour: unless(measure.behaviour, 'flow'),
    unit: orAbsent(measure.unit),
    emptyAs: orAbsent(measure.emptyAs),
  };
}

export function fromMetric(naming: WrittenNames, metric: MetricRecord): Line<'metrics'> {
  const { id } = metric;
  const time = timeCutOf(metric);
  return {
    key: metric.name,
    label: orAbsent(metric.label),
    ...fromFormula(naming, metric),
    time: time === null ? undefined : cutIn(naming, time, id),
    grain: orAbsent(metric.grain),
    slices: listOrAbsent(slicesOf(metric).map((slice) => cutIn(naming, slice, id))),
    segments: listOrAbsent(metric.segmentIds.map((segment) => nameIn(naming, 'segment', segment, id))),
    filter: orAbsent(metric.filter),
    unit: orAbsent(metric.unit),
    direction: orAbsent(metric.direction),
    target: orAbsent(metric.target),
    owner: orAbsent(metric.owner),
    definition: orAbsent(metric.definition),
  };
}

function fromFormula(naming: WrittenNames, { id, formula }: MetricRecord) {
  const metric = (to: RecordId | null) => (to === null ? null : nameIn(naming, 'metric', to, id));
  const measure = (to: RecordId | null) => (to === null ? null : nameIn(naming, 'measure', to, id));
  switch (formula.kind) {
    case 'simple':
      return { kind: formula.kind, measure: measure(formula.measureId) };
    case 'ratio':
      return { kind: formula.kind, numerator: metric(formula.numeratorId), denominator: metric(formula.denominatorId) };
    case 'derived':
      return { kind: formula.kind, formula: formula.formula };
    case 'cumulative': {
      const toDate = orAbsent(formula.toDate);
      const window = formula.window ?? (toDate === undefined ? null : undefined);
      return { kind: formula.kind, measure: measure(formula.measureId), window, toDate };
    }
    case 'change':
      return { kind: formula.kind, metric: metric(formula.metricId), offset: formula.offset };
  }
}

/** The end a kind of driver must have is written even while it is open. */
export function fromDriver(naming: WrittenNames, driver: DriverRecord): Line<'drivers'> {
  const { id } = driver;
  const to = driver.toId === null ? null : nameIn(naming, 'metric', driver.toId, id);
  const by = driver.byId === null ? null : attributeIn(naming, driver.byId, id);
  const isSegment = driver.driver === 'segment';
  return {
    from: nameIn(naming, 'metric', driver.fromId, id),
    to: isSegment ? orAbsent(to) : to,
    kind: driver.driver,
    by: isSegment ? by : orAbsent(by),
    sign: orAbsent(driver.sign),
    identity: unless(driver.identity, false),
    note: orAbsent(driver.note),
  };
}
