import { compareText } from '@/lib/base/compare-text';
import { describeCondition } from '@/lib/model/condition-words';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { resolveName } from '@/lib/model/references';
import { isTimeType, midSentence } from '@/lib/model/words-for';
import { columnsOf, hasAggregate } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import { printExpression } from '@/lib/sql/print';
import { andOf, conjunctsOf, mapColumns } from '@/lib/sql/rewrite';
import type { Column, Expression } from '@/lib/sql/tree';
import { expandMetric } from '../demand/expand-metric';
import type { CompiledEntity, CompiledInput } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import { addStep, allSteps } from '../steps';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { loseMetrics } from './lose-metrics';
import { ownedBy } from './owned-by';
import { constraintsIn, type Exclusion, excludedBy } from './row-constraints';

/**
 * Rows a number needs and somebody upstream has already filtered away. The filters of each number are carried upstream
 * through plain mappings and held against every `where` on the way. Where the two contradict it is certain; where the
 * need merely reaches further it is a warning, because whether such rows exist is not known.
 */
export function findExcludedRows(facts: OwnFacts): FoundConflict[] {
  const { demand } = facts;
  const { model } = demand.consumer;
  const found = new Map<string, FoundConflict>();
  const metrics = [...indexModel(model).byKind.metric].sort((a, b) => compareText(a.name, b.name));
  for (const metric of metrics)
    for (const [entity, filters] of filtersOf(facts, metric.id))
      for (const conflict of walk(facts, metric.name, entity, filters)) {
        const key = `${conflict.at} ${conflict.target}`;
        const known = found.get(key);
        if (!known || (known.severity === 'warning' && conflict.severity === undefined)) found.set(key, conflict);
      }
  return [...found.values()];
}

/** The conditions a metric lays on each of the consumer's entities, in that entity's own names. */
function filtersOf({ demand }: OwnFacts, metricId: string): Map<string, Expression[]> {
  const { model } = demand.consumer;
  const found = new Map<string, Expression[]>();
  const add = (entityId: string, text: string) => {
    const parsed = parseExpression(text);
    for (const conjunct of parsed.ok ? conjunctsOf(parsed.value) : []) {
      const owners = new Set(
        columnsOf(conjunct).map((column) => {
          if (column.qualifier === null) return entityId;
          const resolved = resolveName(model, entityId, column);
          return resolved.ok ? (recordOf(model, 'attribute', resolved.value.attributeId)?.entityId ?? null) : null;
        }),
      );
      const [owner] = owners;
      const name = owners.size === 1 && owner ? recordOf(model, 'entity', owner)?.name : undefined;
      if (name === undefined) continue;
      const bare = mapColumns(conjunct, (column) => ({ kind: 'column', qualifier: null, name: column.name }));
      found.set(name, [...(found.get(name) ?? []), bare]);
    }
  };
  const metric = recordOf(model, 'metric', metricId);
  for (const leg of metric ? expandMetric(model, metric) : []) {
    for (const filter of leg.filters) add(leg.measure.entityId, filter);
    for (const id of leg.segmentIds) {
      const segment = recordOf(model, 'segment', id);
      if (segment) add(segment.entityId, segment.filter);
    }
  }
  return found;
}

function walk(facts: OwnFacts, metric: string, name: string, filters: readonly Expression[]): FoundConflict[] {
  const { demand, lineage } = facts;
  const start = demand.consumer.entities.get(name);
  const found: FoundConflict[] = [];
  const waiting = start ? [{ entity: start, needed: filters, path: addStep(null, start.ref) }] : [];
  const seen = new Set<CompiledEntity>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { entity, needed, path } = at;
    if (!entity.derivation || seen.has(entity)) continue;
    seen.add(entity);
    const { worst, ofInputs } = carriedBy(entity, needed);
    if (worst && entity.product !== demand.consumer.key)
      found.push(tell(facts, { metric, entity, path: allSteps(path), ...worst }));
    for (const { ref, needed: own } of ofInputs) {
      const upstream = lineage.entity(ref);
      if (upstream) waiting.push({ entity: upstream, needed: own, path: addStep(path, ref) });
    }
  }
  return found;
}

/** What the entity's own filter takes away of what is needed, and what of it each entity is asked that is read, in its own names. */
type Carried = { worst: Worst | null; ofInputs: { ref: string; needed: Expression[] }[] };

/** By the texts of the conditions: most numbers are filtered by the same ones, in the same words. */
const known = new WeakMap<CompiledEntity, Map<string, Carried>>();

/** Filters are typed letter by letter, and each letter is another filter. */
const KNOWN_MAX = 64;

function carriedBy(entity: CompiledEntity, needed: readonly Expression[]): Carried {
  const texts = known.get(entity) ?? new Map<string, Carried>();
  known.set(entity, texts);
  const text = needed.map(textOf).join('\n');
  const before = texts.get(text);
  if (before !== undefined) return before;
  if (texts.size >= KNOWN_MAX) texts.clear();
  const { inputs = [], where = null } = entity.derivation ?? {};
  const carried = needed.flatMap((conjunct) => overInputsOf(entity, conjunct) ?? []);
  const made: Carried = {
    worst: where === null ? null : worstOf(carried, conjunctsOf(where)),
    ofInputs: inputs.flatMap((input) => {
      const isFollowed = input.kind === 'entity' && input.join !== 'left';
      const own = isFollowed ? carried.flatMap((conjunct) => ofAlias(conjunct, input) ?? []) : [];
      return own.length > 0 ? [{ ref: input.ref, needed: own }] : [];
    }),
  };
  texts.set(text, made);
  return made;
}

/** What one entity carries on is the same tree for everybody, and is printed once. */
const printed = new WeakMap<Expression, string>();

function textOf(tree: Expression): string {
  const text = printed.get(tree) ?? printExpression(tree);
  printed.set(tree, text);
  return text;
}

/** The condition over the input aliases; null where it speaks about groups, or about what comes from nowhere. */
function overInputsOf(entity: CompiledEntity, conjunct: Expression): Expression | null {
  const names = columnsOf(conjunct).map((column) => column.name);
  const groupBy = entity.derivation?.groupBy ?? [];
  if (groupBy.length > 0 && !names.every((name) => groupBy.includes(name))) return null;
  if (names.some((name) => overInputs(entity, name) === null)) return null;
  const made = mapColumns(conjunct, (column) => overInputs(entity, column.name) ?? undefined);
  return hasAggregate(made) ? null : made;
}

function ofAlias(conjunct: Expression, { alias }: CompiledInput): Expression | null {
  const columns = columnsOf(conjunct);
  if (columns.length === 0 || columns.some(({ qualifier }) => qualifier !== alias)) return null;
  return mapColumns(conjunct, (column) => ({ kind: 'column', qualifier: null, name: column.name }));
}

type Worst = { exclusion: Exclusion; offered: Expression; needed: Expression };
const RANK: Record<Exclusion['extent'], number> = { all: 0, some: 1, perhaps: 2 };

/** A need that implies what is offered takes back what another one, read alone, would seem to miss. */
function worstOf(needed: readonly Expression[], offered: readonly Expression[]): Worst | null {
  const needs = needed.flatMap((tree) => constraintsIn(tree).map((says) => ({ tree, says })));
  const all = offered.flatMap((tree) =>
    constraintsIn(tree).flatMap((says): Worst[] => {
      const about = needs.filter((need) => need.says.operand === says.operand);
      const excluded = about.map((need) => ({ need, exclusion: excludedBy(need.says, says) }));
      const isImplied = excluded.some(({ exclusion }) => exclusion === null);
      return excluded.flatMap(({ need, exclusion }) => {
        if (exclusion === null || (isImplied && exclusion.extent !== 'all')) return [];
        return [{ exclusion, offered: tree, needed: need.tree }];
      });
    }),
  );
  const wordsOf = ({ offered: kept, needed: wanted }: Worst) => `${textOf(kept)} ${textOf(wanted)}`;
  const byWorst = (a: Worst, b: Worst) =>
    RANK[a.exclusion.extent] - RANK[b.exclusion.extent] || compareText(wordsOf(a), wordsOf(b));
  return all.sort(byWorst)[0] ?? null;
}

type Excluded = Worst & { metric: string; entity: CompiledEntity; path: string[] };

function tell(facts: OwnFacts, { metric, entity, path, exclusion, offered, needed }: Excluded): FoundConflict {
  const { names, demand } = facts;
  const { key } = demand.consumer;
  const what = names.target(entity.product, entity.name);
  const keeps = plain(offered);
  const say = sayIn(facts, entity);
  const needs = `${names.metric(key, metric)} needs rows where ${say(needed)}`;
  const missing = exclusion.values.length > 0 ? ` (${exclusion.values.join(', ')})` : '';
  const ending = {
    all: 'None of the rows it needs are there.',
    some: `Some of the rows it needs${missing} are not there.`,
    perhaps: 'Rows it needs may be missing.',
  };
  return {
    code: 'rows-excluded',
    consumer: key,
    at: entity.product,
    target: entity.name,
    ...(exclusion.extent === 'perhaps' ? { severity: 'warning' } : {}),
    products: [entity.product],
    path,
    numbers: { where: printExpression(offered), needed: printExpression(needed), values: exclusion.values },
    words: `${needs}, but ${what} in ${names.product(entity.product)} keeps only rows where ${say(offered)}. ${ending[exclusion.extent]} ${ownedBy(names, entity.product)}`,
    ...(exclusion.extent === 'perhaps' ? {} : { refuses: { ref: entity.ref, kind: 'rows', supply: keeps } }),
    propose: () => [...keepAll(facts, entity, offered), ...loseMetrics(facts, [metric])],
  };
}

/** In words, with what the inputs of the entity call it; a column of a table has no other name than its own. */
function sayIn({ names, lineage }: OwnFacts, { derivation }: CompiledEntity): (tree: Expression) => string {
  const refOf = ({ qualifier }: Column) => derivation?.inputs.find(({ alias }) => alias === qualifier)?.ref ?? '';
  const fieldOf = (column: Column) => lineage.entity(refOf(column))?.attributes.get(column.name)?.record;
  return (tree) =>
    describeCondition(
      tree,
      (column) => {
        const ref = refOf(column);
        const isField = fieldOf(column) !== undefined;
        const label = isField
          ? names
              .target(ownerIn(ref), `${nameIn(ref)}.${column.name}`)
              .split(' › ')
              .at(-1)
          : undefined;
        return label === undefined ? column.name : midSentence(label);
      },
      (column) => {
        const type = fieldOf(column)?.type;
        return type !== undefined && isTimeType(type);
      },
    );
}

/** Names without their aliases: nobody outside the product knows those. */
function plain(tree: Expression): string {
  return printExpression(mapColumns(tree, (column) => ({ kind: 'column', qualifier: null, name: column.name })));
}

function keepAll(
  { names }: OwnFacts,
  { product, record, name, derivation }: CompiledEntity,
  offered: Expression,
): Proposal[] {
  if (!record.derivation || !derivation?.where) return [];
  const rest = conjunctsOf(derivation.where).filter((conjunct) => conjunct !== offered);
  const where = rest.length === 0 ? null : printExpression(andOf(rest));
  const put = { ...record, derivation: { ...record.derivation, where } };
  return [
    {
      words: `${names.target(product, name)} in ${names.product(product)} keeps all rows, whatever ${columnsOf(offered)
        .map((column) => column.name)
        .join(' and ')} is.`,
      change: { schedules: [], records: [{ product, put: [put], remove: [] }] },
    },
  ];
}
