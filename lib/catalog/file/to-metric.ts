import type {
  CumulativeWindow,
  DriverRecord,
  MeasureRecord,
  MetricFormula,
  MetricRecord,
  RecordId,
  RecordKind,
} from '@/lib/model/records';
import type { ModelNames } from './file-names';
import type { FileDriver, FileMeasure, FileMetric, FileWindow } from './file-schema-model';
import { findCut, type NamedCut } from './find-cut';
import { recordIdOf } from './record-ids';

export function toMeasure({ key, entity, segments, ...rest }: FileMeasure, order: number): MeasureRecord {
  const segmentIds = segments.map((name) => recordIdOf('segment', name));
  const entityId = recordIdOf('entity', entity);
  return { kind: 'measure', id: recordIdOf('measure', key), order, name: key, entityId, segmentIds, ...rest };
}

export function toMetric(file: FileMetric, order: number, names: ModelNames): MetricRecord {
  const time = file.time === null ? null : findCut(names, file.time);
  const slices = file.slices.flatMap((written) => findCut(names, written) ?? []);
  const inRoles = slices.flatMap((cut) => (cut.role === null ? [] : [{ role: cut.role, attributeId: idOfCut(cut) }]));
  return {
    kind: 'metric',
    id: recordIdOf('metric', file.key),
    order,
    name: file.key,
    label: file.label,
    definition: file.definition,
    formula: toFormula(file),
    timeAttributeId: time && idOfCut(time),
    ...(time?.role ? { timeRole: time.role } : {}),
    grain: file.grain,
    sliceIds: slices.filter(({ role }) => role === null).map(idOfCut),
    ...(inRoles.length === 0 ? {} : { roleSlices: inRoles }),
    segmentIds: file.segments.map((name) => recordIdOf('segment', name)),
    filter: file.filter,
    direction: file.direction,
    target: file.target,
    unit: file.unit,
    owner: file.owner,
  };
}

function idOfCut({ entity, attribute }: NamedCut): RecordId {
  return recordIdOf('attribute', `${entity}.${attribute}`);
}

function toFormula(file: FileMetric): MetricFormula {
  switch (file.kind) {
    case 'simple':
      return { kind: 'simple', measureId: idOrNull('measure', file.measure) };
    case 'ratio': {
      const numeratorId = idOrNull('metric', file.numerator);
      return { kind: 'ratio', numeratorId, denominatorId: idOrNull('metric', file.denominator) };
    }
    case 'derived':
      return { kind: 'derived', formula: file.formula };
    case 'cumulative': {
      const measureId = idOrNull('measure', file.measure);
      return { kind: 'cumulative', measureId, window: toWindow(file.window ?? null), toDate: file.toDate ?? null };
    }
    case 'change':
      return { kind: 'change', metricId: idOrNull('metric', file.metric), offset: file.offset };
  }
}

function toWindow(written: FileWindow | null): CumulativeWindow | null {
  if (written === 'all') return { all: true };
  return written !== null && 'all' in written ? { all: true } : written;
}

export function toDriver(
  file: FileDriver,
  order: number,
  idOf: (kind: RecordKind, path: string) => RecordId,
): DriverRecord {
  const path = [file.from, file.to, file.by].flatMap((name) => (name ? [withoutColons(name)] : [])).join(':');
  return {
    kind: 'driver',
    id: idOf('driver', path),
    order,
    fromId: recordIdOf('metric', file.from),
    driver: file.kind,
    toId: idOrNull('metric', file.to ?? null),
    byId: idOrNull('attribute', file.by ?? null),
    sign: file.sign,
    note: file.note,
    identity: file.identity,
  };
}

/** Names may hold colons; between the names of an id they must not be mistaken. */
function withoutColons(name: string): string {
  return name.replace(/[%:]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function idOrNull(kind: RecordKind, name: string | null): RecordId | null {
  return name === null ? null : recordIdOf(kind, name);
}
