import { partsOf } from '@/lib/model/base-measures';
import { bindEntity } from '@/lib/model/edits/bind-entity';
import { mapReferences } from '@/lib/model/edits/map-references';
import { offeredEntity } from '@/lib/model/edits/offered-entity';
import { pasteRecords } from '@/lib/model/edits/paste-records';
import { withExpressions } from '@/lib/model/expressions';
import { recordAt, recordOf } from '@/lib/model/model-index';
import { findByName } from '@/lib/model/names';
import { needsOf } from '@/lib/model/needs';
import type { AttributeRecord, ModelDocument, ModelRecord, RecordId } from '@/lib/model/records';
import { resolveName } from '@/lib/model/references';
import { scopeOf } from '@/lib/model/scope';
import { printExpression } from '@/lib/sql/print';
import { mapColumns } from '@/lib/sql/rewrite';
import type { Column } from '@/lib/sql/tree';
import { boundAs } from './bound-as';

export type OfferedMetric = { readonly product: string; readonly model: ModelDocument; readonly name: string };
export type BroughtMetric = { readonly document: ModelDocument; readonly metricId: RecordId };

/**
 * Brings a metric of another product in: the same definition over the same things. The entities and fields it counts come
 * along bound, with their keys and the lines between them; what is here already is used. Formulas that name fields by
 * another name here follow. Null when the product has no such metric.
 */
export function bringMetric(
  document: ModelDocument,
  offered: OfferedMetric,
  newId: () => RecordId,
): BroughtMetric | null {
  const metric = findByName(offered.model, 'metric', offered.name);
  if (!metric) return null;
  const needed = neededBy(offered.model, offered.product, metric.id);
  const withFields = bindNeeded(document, offered, needed, newId);
  const here = whereabouts(withFields, offered, needed);
  const definitions = needed.filter(({ kind }) => kind === 'metric' || kind === 'measure' || kind === 'segment');
  const copied = new Set(definitions.map(({ id }) => id));
  const records = definitions.map((record) =>
    mapReferences(
      inWordsOfHere(record, withFields, offered, here),
      (id) => here.get(id) ?? (copied.has(id) ? id : null),
    ),
  );
  const { document: pasted, copies } = pasteRecords(withFields, { records, newId });
  const metricId = copies.get(metric.id);
  return metricId === undefined ? null : { document: pasted, metricId };
}

/** What a metric comes down to, without what entities and fields need themselves. */
function neededBy(model: ModelDocument, product: string, metricId: RecordId): ModelRecord[] {
  const reached = new Set([metricId]);
  for (const id of reached) {
    const record = recordAt(model, id);
    if (!record) continue;
    if (record.kind === 'metric') for (const part of partsOf(model, record)) reached.add(part.id);
    if (record.kind === 'metric' || record.kind === 'measure' || record.kind === 'segment')
      for (const need of needsOf(model, product, record)) reached.add(need);
    if (record.kind === 'relationship')
      for (const end of [record.from, record.to]) for (const fieldId of end.attributeIds) reached.add(fieldId);
    if (record.kind === 'attribute') reached.add(record.entityId);
  }
  return [...reached].flatMap((id) => recordAt(model, id) ?? []);
}

function bindNeeded(
  document: ModelDocument,
  { product, model }: OfferedMetric,
  needed: readonly ModelRecord[],
  newId: () => RecordId,
): ModelDocument {
  const fields = needed.filter((record): record is AttributeRecord => record.kind === 'attribute');
  return needed.reduce((made, record) => {
    const entity = record.kind === 'entity' ? offeredEntity(product, model, record.name) : null;
    if (!entity) return made;
    const bound = boundAs(made);
    const ref = `${product}.${entity.name}`;
    const attributes = fields
      .filter(({ entityId, name }) => entityId === record.id && !bound.has(`${ref}.${name}`))
      .map(({ name }) => name);
    if (bound.has(ref) && attributes.length === 0) return made;
    return bindEntity(made, { newId, offered: entity, attributes }).document;
  }, document);
}

/** Which record here stands for which of theirs. */
function whereabouts(
  document: ModelDocument,
  { product, model }: OfferedMetric,
  needed: readonly ModelRecord[],
): Map<RecordId, RecordId> {
  const bound = boundAs(document);
  return new Map(
    needed.flatMap((record) => {
      const entity = record.kind === 'attribute' ? recordOf(model, 'entity', record.entityId) : record;
      if (entity?.kind !== 'entity') return [];
      const ref = `${product}.${entity.name}${record.kind === 'attribute' ? `.${record.name}` : ''}`;
      const id = bound.get(ref);
      return id === undefined ? [] : [[record.id, id] as const];
    }),
  );
}

/** The record with the fields its expressions name called as they are called here. */
function inWordsOfHere(
  record: ModelRecord,
  document: ModelDocument,
  { model }: OfferedMetric,
  here: ReadonlyMap<RecordId, RecordId>,
): ModelRecord {
  return withExpressions(record, ({ place, text, parsed }) => {
    const scope = scopeOf(model, record, place);
    const home = scope?.over === 'attributes' ? scope.entityIds[0] : undefined;
    if (home === undefined || !parsed.ok) return text;
    const rename = (column: Column): Column | undefined => {
      const found = resolveName(model, home, column);
      const field = found.ok ? recordOf(document, 'attribute', here.get(found.value.attributeId) ?? null) : null;
      if (!field) return undefined;
      const isOwn = field.entityId === here.get(home);
      const entity = isOwn ? null : recordOf(document, 'entity', field.entityId);
      return { ...column, qualifier: entity?.name ?? null, name: field.name };
    };
    const renamed = printExpression(mapColumns(parsed.value, rename));
    return renamed === printExpression(parsed.value) ? text : renamed;
  });
}
