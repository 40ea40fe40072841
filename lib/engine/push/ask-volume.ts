import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { carryVolume, type RowBand } from '../demand/carry-volume';
import type { Demand } from '../demand/demand';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import type { Placement, Requirement } from '../plan';
import { printSteps } from '../steps';
import { wholeTableOf } from '../supply/find-table-column';
import { becauseOf } from './ask-structure';
import type { AskedRow, Because } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';
import { measuredRoots } from './measured-roots';
import type { SharedAsk } from './shared-ask';

const GENERATED = 'half as many rows as today, or twice as many, would most likely be a broken load';

/** How many rows there must be: what is stated, carried upstream. */
export function askVolumes(lineage: Lineage, consumerDemand: ConsumerDemand): AskedRow[] {
  const { consumer } = consumerDemand;
  return indexModel(consumer.model).byKind.expectation.flatMap(({ id, rule, onId, origin }): AskedRow[] => {
    if (rule.rule !== 'volume' || origin !== 'stated') return [];
    const expectation = nameOfRecord(consumer.model, id);
    return countedRoots(consumerDemand, onId).flatMap((root) =>
      carryVolume(lineage, consumerDemand, root, bandOf(rule)).flatMap(
        ({ ref: at, approximate, placement, path, ...band }) => {
          const place = { product: ownerIn(at), target: nameIn(at) };
          if (place.product === consumer.key) return [];
          const because = [{ consumer: consumer.key, metric: null, expectation, path: printSteps(path) }];
          return [
            { ...volumeRow(consumer.key, place, band, because), approximate, ...(placement ? { placement } : {}) },
          ];
        },
      ),
    );
  });
}

/** Each once; where one leg of a number counts all of its rows, all are meant. */
function countedRoots(consumerDemand: ConsumerDemand, onId: RecordId | null): ReturnType<typeof measuredRoots> {
  const roots = measuredRoots(consumerDemand, onId);
  return [...new Set(roots.map(({ ref }) => ref))]
    .sort()
    .map((ref) => ({ ref, isFiltered: roots.every((root) => root.ref !== ref || root.isFiltered) }));
}

/** For an entity of a source that holds a table row by row, a band about the rows the inventory counts: half of them to double. */
export function usualVolume(lineage: Lineage, entity: CompiledEntity): SharedAsk | null {
  const { product, name: target, ref } = entity;
  const isSource = lineage.product(product)?.product.alignment === 'source';
  const table = isSource ? wholeTableOf(lineage, entity) : null;
  if (!table || table.rows === 0) return null;
  const because = (demand: Demand) =>
    becauseOf(demand, ref, null, demand.entities.get(ref)?.causes ?? 0n).map((cause) => ({
      ...cause,
      generated: GENERATED,
    }));
  const value = { min: Math.floor(table.rows / 2), max: table.rows * 2 };
  return {
    entity,
    product,
    target,
    kind: 'volume',
    rule: null,
    role: null,
    value,
    isDefault: true,
    isLast: true,
    because,
  };
}

export function bandOf({ min, max, per }: { [K in keyof RowBand]?: RowBand[K] | undefined }): RowBand {
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(per === undefined ? {} : { per }),
  };
}

export function volumeRow(
  consumer: string | null,
  place: { product: string; target: string },
  band: RowBand,
  because: Because,
): AskedRow & { placement?: Placement } {
  const rule = band.per === undefined ? null : `per ${band.per}`;
  return { consumer, ...place, kind: 'volume', rule, role: null, value: band, because };
}

/** The tighter of two bands; what nobody stated gives way to what somebody did. */
export function tightestBand(a: AskedRow, b: AskedRow): RowBand {
  const [x, y] = [readBand(a.value), readBand(b.value)];
  if (a.isDefault !== b.isDefault) return a.isDefault ? y : x;
  const mins = [x.min, y.min].filter((min) => min !== undefined);
  const maxs = [x.max, y.max].filter((max) => max !== undefined);
  return bandOf({
    min: mins.length === 0 ? undefined : Math.max(...mins),
    max: maxs.length === 0 ? undefined : Math.min(...maxs),
    per: x.per,
  });
}

export function readBand(value: AskedRow['value']): RowBand {
  const said = value !== null && typeof value === 'object' ? value : {};
  return bandOf({
    min: typeof said.min === 'number' ? said.min : undefined,
    max: typeof said.max === 'number' ? said.max : undefined,
    per: typeof said.per === 'string' ? said.per : undefined,
  });
}

/** Held against the rows the inventory counts; how many come per day or month it does not know, the owner's model may. */
export function judgeVolume(lineage: Lineage, row: AskedRow): Pick<Requirement, 'verdict' | 'supply' | 'slack'> {
  const wanted = readBand(row.value);
  if ((wanted.min ?? 0) > (wanted.max ?? Number.POSITIVE_INFINITY))
    return { verdict: 'conflict', supply: null, slack: null };
  const rows = wanted.per === undefined ? rowsOf(lineage, `${row.product}.${row.target}`) : null;
  if (rows !== null) {
    const isIn = rows >= (wanted.min ?? 0) && rows <= (wanted.max ?? Number.POSITIVE_INFINITY);
    return { verdict: isIn ? 'met' : 'tighten', supply: { rows }, slack: null };
  }
  const model = lineage.product(row.product)?.model;
  const promised = (model ? indexModel(model).byKind.expectation : []).find(
    ({ rule, onId, origin }) =>
      rule.rule === 'volume' &&
      origin === 'stated' &&
      model !== undefined &&
      nameOfRecord(model, onId) === row.target &&
      rule.per === wanted.per,
  );
  if (promised?.rule.rule !== 'volume') return { verdict: 'missing', supply: null, slack: null };
  const band = bandOf(promised.rule);
  const isEnough =
    (wanted.min === undefined || (band.min ?? 0) >= wanted.min) &&
    (wanted.max === undefined || (band.max ?? Number.POSITIVE_INFINITY) <= wanted.max);
  return { verdict: isEnough ? 'met' : 'tighten', supply: band, slack: null };
}

/** Rows of an entity, known where it has every row of a counted table, through any number of products. */
function rowsOf(lineage: Lineage, start: string): number | null {
  const seen = new Set<string>();
  for (let ref: string | null = start; ref !== null && !seen.has(ref); ) {
    seen.add(ref);
    const entity = lineage.entity(ref);
    const table = entity && wholeTableOf(lineage, entity);
    if (table) return table.rows;
    const inputs = entity?.derivation?.inputs ?? [];
    const isSame: boolean =
      entity?.derivation?.where === null &&
      entity.derivation.groupBy.length === 0 &&
      inputs.every(({ join, pinsGrain }) => join === 'from' || (join === 'left' && pinsGrain));
    const from = inputs[0];
    ref = isSame && from?.kind === 'entity' ? from.ref : null;
  }
  return null;
}
