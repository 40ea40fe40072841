import type { Result } from '@/lib/base/result';
import { type ColumnName, columnsOf } from '@/lib/sql/columns';
import { parseExpression, type SqlProblem } from '@/lib/sql/parse';
import type { Expression } from '@/lib/sql/tree';
import type { ExpressionPlace } from './issue';
import { indexModel } from './model-index';
import type { DerivationJoin, EntityRecord, ExpectationRecord, ModelDocument, ModelRecord } from './records';
import type { ExpectationRule } from './rule';

/**
 * Every text of a record that is an expression, with the place it is written at. Rules, renaming and the search for what
 * depends on what all walk this list, so a new field with an expression in it is added here and nowhere else.
 */
export type WrittenExpression = {
  place: ExpressionPlace;
  text: string;
  parsed: Result<Expression, SqlProblem>;
  /** The names it holds, each once; none when it does not parse. */
  columns: readonly ColumnName[];
};

export type RecordExpression = { record: ModelRecord; written: WrittenExpression };

const NONE: readonly WrittenExpression[] = [];
const written = new WeakMap<ModelRecord, readonly WrittenExpression[]>();

/** The expressions of one record, parsed once for as long as the record is not replaced. */
export function expressionsOf(record: ModelRecord): readonly WrittenExpression[] {
  if (record.kind === 'attribute' && record.expression === null) return NONE;
  const known = written.get(record);
  if (known) return known;
  const made = textsOf(record).map(([place, text]): WrittenExpression => {
    const parsed = parseExpression(text);
    return { place, text, parsed, columns: parsed.ok ? columnsOf(parsed.value) : [] };
  });
  written.set(record, made);
  return made;
}

const writtenIn = new WeakMap<ModelDocument, readonly RecordExpression[]>();

/** Every expression of a model with the record it is written in, kind by kind in their order. */
export function expressionsIn(document: ModelDocument): readonly RecordExpression[] {
  const known = writtenIn.get(document);
  if (known) return known;
  const made: RecordExpression[] = [];
  for (const records of Object.values(indexModel(document).byKind))
    for (const one of expressionsAmong(records)) made.push(one);
  writtenIn.set(document, made);
  return made;
}

const writtenAmong = new WeakMap<readonly ModelRecord[], readonly RecordExpression[]>();

/** An edit leaves the lists of other kinds as they are. */
function expressionsAmong(records: readonly ModelRecord[]): readonly RecordExpression[] {
  const known = writtenAmong.get(records);
  if (known) return known;
  const made: RecordExpression[] = [];
  for (const record of records) for (const written of expressionsOf(record)) made.push({ record, written });
  writtenAmong.set(records, made);
  return made;
}

/** The expression a record has at a place, parsed; null when there is none or it does not parse. */
export function parsedAt(record: ModelRecord, place: ExpressionPlace): Expression | null {
  const found = expressionsOf(record).find((expression) => samePlace(expression.place, place));
  return found?.parsed.ok ? found.parsed.value : null;
}

export function samePlace(a: ExpressionPlace, b: ExpressionPlace): boolean {
  return a.in === b.in && (a.in !== 'on' || (b.in === 'on' && a.join === b.join));
}

/** The record with each of its expressions replaced by the answer; the record itself when every answer is the text. */
export function withExpressions(record: ModelRecord, rewrite: (expression: WrittenExpression) => string): ModelRecord {
  const answers = expressionsOf(record).map((expression) => ({ expression, text: rewrite(expression) }));
  const changed = answers.filter(({ expression, text }) => text !== expression.text);
  return changed.reduce((made, { expression, text }) => withText(made, expression.place, text), record);
}

function textsOf(record: ModelRecord): [ExpressionPlace, string][] {
  switch (record.kind) {
    case 'entity':
      return textsOfDerivation(record);
    case 'attribute':
      return text('expression', record.expression);
    case 'segment':
      return text('filter', record.filter);
    case 'measure':
      return [...text('expression', record.expression), ...text('filter', record.filter)];
    case 'metric':
      return [
        ...text('formula', record.formula.kind === 'derived' ? record.formula.formula : null),
        ...text('filter', record.filter),
      ];
    case 'expectation':
      return textsOfRule(record.rule);
    case 'relationship':
    case 'driver':
      return [];
  }
}

type PlainPlace = Exclude<ExpressionPlace['in'], 'on'>;

function text(place: PlainPlace, value: string | null | undefined): [ExpressionPlace, string][] {
  return value === null || value === undefined ? [] : [[{ in: place }, value]];
}

function textsOfDerivation({ derivation }: EntityRecord): [ExpressionPlace, string][] {
  if (derivation === null) return [];
  const joins = derivation.joins.map((join, at): [ExpressionPlace, string] => [{ in: 'on', join: at }, join.on]);
  return [...joins, ...text('where', derivation.where)];
}

function textsOfRule(rule: ExpectationRule): [ExpressionPlace, string][] {
  return [
    ...text('condition', rule.rule === 'holds' ? rule.condition : null),
    ...text('when', 'when' in rule ? rule.when : null),
  ];
}

function withText(record: ModelRecord, place: ExpressionPlace, value: string): ModelRecord {
  switch (record.kind) {
    case 'entity':
      return withDerivationText(record, place, value);
    case 'attribute':
      return { ...record, expression: value };
    case 'segment':
      return { ...record, filter: value };
    case 'measure':
      return place.in === 'filter' ? { ...record, filter: value } : { ...record, expression: value };
    case 'metric':
      if (place.in === 'filter') return { ...record, filter: value };
      return { ...record, formula: { kind: 'derived', formula: value } };
    case 'expectation':
      return withRuleText(record, place, value);
    case 'relationship':
    case 'driver':
      return record;
  }
}

function withDerivationText(entity: EntityRecord, place: ExpressionPlace, value: string): EntityRecord {
  const { derivation } = entity;
  if (derivation === null) return entity;
  if (place.in !== 'on') return { ...entity, derivation: { ...derivation, where: value } };
  const joins = derivation.joins.map((join, at): DerivationJoin => (at === place.join ? { ...join, on: value } : join));
  return { ...entity, derivation: { ...derivation, joins } };
}

function withRuleText(expectation: ExpectationRecord, place: ExpressionPlace, value: string): ExpectationRecord {
  const { rule } = expectation;
  if (rule.rule === 'holds') return { ...expectation, rule: { ...rule, condition: value } };
  if (place.in !== 'when' || !('when' in rule)) return expectation;
  return { ...expectation, rule: { ...rule, when: value } };
}
