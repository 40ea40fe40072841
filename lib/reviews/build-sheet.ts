import { compareText } from '@/lib/base/compare-text';
import type { Alignment, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Plan, Requirement, Scope, Verdict } from '@/lib/engine/plan';
import { describeAsk } from '@/lib/engine/push/describe-ask';
import { describeWhy } from '@/lib/engine/push/describe-why';
import { explainRequirement } from '@/lib/engine/push/explain';
import { type PlanNames, planNames } from '@/lib/engine/push/plan-names';
import { attributeNamesIn, indexModel } from '@/lib/model/model-index';
import { labelOfRecord, ownNameOf, sentenceCase } from '@/lib/model/names';
import type { DerivationInput, DerivationJoin, EntityRecord, ModelDocument } from '@/lib/model/records';
import { inputsOf } from '@/lib/model/scope';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import { entityOfTarget } from './ask-key';
import { printScope } from './print-scope';

/**
 * What an engineer builds, and nothing besides: of an aggregate every needed entity with its inputs, filters, fields and
 * checks, of a source also the lean query per table. Each line carries the sentence that says who needs it and why; what
 * nobody needs is named as left out. Read from the plan, so it is what was asked.
 */
export type BuildLine = { words: string; why: string; verdict: Verdict; askedBy: string[] };
type BuildInput = { as: string; ref: string; join: 'from' | 'inner' | 'left'; on: string | null };
export type BuildEntity = {
  key: string;
  label: string;
  grain: string[];
  /** False: it is asked for and nobody has drawn it. */
  isBuilt: boolean;
  inputs: BuildInput[];
  /** Inputs that are drawn and that nobody's need reaches. */
  leftOutInputs: string[];
  where: string | null;
  groupBy: string[];
  attributes: (BuildLine & { key: string; label: string; type: string | null; expression: string | null })[];
  /** Drawn, and needed by nobody. */
  leftOut: string[];
  checks: BuildLine[];
};
export type BuildTable = Pick<
  Scope,
  'source' | 'table' | 'columns' | 'deferred' | 'where' | 'historyDays' | 'rows' | 'bytes' | 'allBytes' | 'historyLost'
> & { dialect: string; sql: string; purpose: string; askedBy: string[] };
export type BuildSheet = {
  product: { key: string; name: string; alignment: Alignment };
  kind: 'build-sheet' | 'work-pack';
  askedBy: { key: string; name: string }[];
  /** How fresh, how available the whole must be. */
  promises: BuildLine[];
  entities: BuildEntity[];
  tables: BuildTable[];
};

const STRUCTURE = new Set(['entity', 'attribute', 'grain']);

/** Null for a product the workspace does not have; a product nobody needs has an empty sheet. */
export function toBuildSheet(snapshot: WorkspaceSnapshot, plan: Plan, key: string): BuildSheet | null {
  const product = snapshot.products.find((one) => one.key === key);
  if (!product) return null;
  const names = planNames(snapshot);
  const rows = plan.requirements.filter((row) => row.product === key);
  const entities = [...new Set(rows.flatMap(({ target }) => entityOfTarget(target) ?? []))];
  const order = new Map(indexModel(product.model).byKind.entity.map(({ name }, at) => [name, at]));
  entities.sort((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size) || compareText(a, b));
  const sheets = entities.map((name) => toEntity(product.model, name, rows, names));
  const consumers = [...new Set(rows.flatMap(({ because }) => because.map(({ consumer }) => consumer)))].sort(
    compareText,
  );
  const { name, alignment, model } = product;
  return {
    product: { key, name, alignment },
    kind: alignment === 'source' ? 'work-pack' : 'build-sheet',
    askedBy: consumers
      .filter((consumer) => consumer !== '')
      .map((consumer) => ({ key: consumer, name: names.product(consumer) })),
    promises: rows.filter(({ target }) => target === null).map((row) => toLine(row, names)),
    entities: sheets,
    tables: toTables(snapshot, { model, key }, plan, names),
  };
}

function toLine(row: Requirement, names: PlanNames): BuildLine {
  const askedBy = [
    ...new Set(row.because.flatMap(({ consumer }) => (consumer === '' ? [] : [names.product(consumer)]))),
  ];
  return { words: describeAsk(row, names, 'field'), why: describeWhy(row, names), verdict: row.verdict, askedBy };
}

function toEntity(model: ModelDocument, name: string, all: readonly Requirement[], names: PlanNames): BuildEntity {
  const rows = all.filter(({ target }) => entityOfTarget(target) === name);
  const record = indexModel(model).entityByName.get(name);
  const own = record ? attributeNamesIn(model, record.id) : new Map<string, never>();
  const needed = rows.filter(({ kind }) => kind === 'attribute');
  const wanted = new Set(needed.map(({ target }) => target?.slice(name.length + 1) ?? ''));
  const inputs = record ? neededInputs(model, record, wanted) : [];
  const used = new Set(inputs.map(({ as }) => as));
  return {
    key: name,
    label: record ? labelOfRecord(model, record.id) : sentenceCase(name),
    grain: record ? record.grain.map((id) => ownNameOf(model, id)) : [],
    isBuilt: Boolean(record?.derivation),
    inputs: inputs.map(toInput),
    leftOutInputs: record ? inputsOf(record).flatMap((one) => (used.has(one.as) ? [] : refOf(one))) : [],
    where: record?.derivation?.where ?? null,
    groupBy: record?.derivation?.groupBy.map((id) => ownNameOf(model, id)) ?? [],
    attributes: needed.map((row) => {
      const key = row.target?.slice(name.length + 1) ?? '';
      const attribute = own.get(key);
      const label = attribute ? labelOfRecord(model, attribute.id) : sentenceCase(key);
      return {
        ...toLine(row, names),
        key,
        label,
        type: attribute?.type ?? null,
        expression: attribute?.expression ?? null,
      };
    }),
    leftOut: [...own.keys()].filter((key) => !wanted.has(key)),
    checks: rows.filter(({ kind }) => !STRUCTURE.has(kind)).map((row) => toLine(row, names)),
  };
}

/** What rows and needed values read: an input joined left, and named by nothing needed, is not built. */
function neededInputs(model: ModelDocument, entity: EntityRecord, wanted: ReadonlySet<string>) {
  const inputs = inputsOf(entity);
  const own = attributeNamesIn(model, entity.id);
  const grouped = entity.derivation?.groupBy.map((id) => ownNameOf(model, id)) ?? [];
  const texts = [...wanted, ...grouped].map((key) => own.get(key)?.expression ?? null);
  const named = new Set(aliasesIn([...texts, entity.derivation?.where ?? null]));
  const isKept = (input: DerivationInput | DerivationJoin) =>
    !('type' in input) || input.type === 'inner' || named.has(input.as);
  for (let size = -1; size !== named.size; ) {
    size = named.size;
    for (const input of inputs)
      if ('on' in input && isKept(input)) for (const as of aliasesIn([input.on])) named.add(as);
  }
  return inputs.filter(isKept);
}

function aliasesIn(texts: readonly (string | null)[]): string[] {
  return texts.flatMap((text) => {
    const tree = text === null ? null : parseExpression(text);
    return tree?.ok ? columnsOf(tree.value).flatMap(({ qualifier }) => qualifier ?? []) : [];
  });
}

function toInput(input: DerivationInput | DerivationJoin): BuildInput {
  const join = 'type' in input ? input.type : 'from';
  return { as: input.as, ref: refOf(input), join, on: 'on' in input ? input.on : null };
}

function refOf(input: DerivationInput): string {
  return 'entity' in input ? input.entity : input.table;
}

function toTables(
  snapshot: WorkspaceSnapshot,
  { model, key }: { model: ModelDocument; key: string },
  plan: Plan,
  names: PlanNames,
): BuildTable[] {
  const readers = new Map<string, string[]>();
  for (const entity of indexModel(model).byKind.entity)
    for (const input of inputsOf(entity))
      if ('table' in input) readers.set(input.table, [...(readers.get(input.table) ?? []), entity.name]);
  return plan.scopes.flatMap((scope): BuildTable[] => {
    const entities = readers.get(`${scope.source}.${scope.table}`);
    if (!entities) return [];
    const row = plan.requirements.find(
      ({ product, kind, target }) => product === key && kind === 'entity' && entities.includes(target ?? ''),
    );
    const source = snapshot.sources.find((one) => one.key === scope.source);
    const { consumers, ...told } = scope;
    return [
      {
        ...told,
        ...printScope(scope, source),
        purpose: row ? explainRequirement(row, names, 'field') : 'Needed to find the right rows.',
        askedBy: consumers.map((consumer) => names.product(consumer)),
      },
    ];
  });
}
