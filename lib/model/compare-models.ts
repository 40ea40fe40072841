import { canonicalJson } from '@/lib/base/canonical-json';
import { compareText } from '@/lib/base/compare-text';
import { compareRules } from './compare-rules';
import { diffModels } from './diff';
import { recordAt } from './model-index';
import { isNamed, nameOfRecord } from './names';
import type {
  AttributeType,
  Cardinality,
  Classification,
  ModelDocument,
  ModelRecord,
  RecordId,
  RecordKind,
} from './records';

/**
 * What became of a model between two versions, in the terms people use: added, renamed, retyped, loosened … One record may
 * have changed in several ways. Order and layout are no change; the attributes of an entity that came or went are part of
 * it and not told one by one.
 */
export type ModelChange = {
  id: RecordId;
  kind: RecordKind /** As it is called now, or was called when it went. */;
  name: string;
} & (
  | { change: 'added' | 'removed' | 'bound' | 'unbound' | 'rebound' | 'redefined' | 'tightened' | 'loosened' }
  | { change: 'renamed'; from: string; to: string }
  | { change: 'retyped'; from: AttributeType; to: AttributeType }
  | { change: 'reclassified'; from: Classification | null; to: Classification | null }
  | { change: 'regrained'; from: string[]; to: string[] }
  | { change: 'recounted'; from: Cardinality | null; to: Cardinality | null }
  /** Words only: nothing is computed or asked differently. */
  | { change: 'reworded'; fields: string[] }
);

/** Every change, by the name of the record and then by the change. */
export function compareModels(before: ModelDocument, after: ModelDocument): ModelChange[] {
  const changes = diffModels(before, after).flatMap(({ id, before: was, after: is }): ModelChange[] => {
    if (was === null || is === null)
      return isPart(before, after, was ?? is) ? [] : appeared(before, after, id, was, is);
    const facts = { id, kind: is.kind, name: nameOfRecord(after, id) };
    return was.kind === is.kind
      ? changesOf(before, after, was, is).map((change) => ({ ...facts, ...change }))
      : [{ ...facts, change: 'redefined' }];
  });
  return changes.sort(
    (a, b) => compareText(a.name, b.name) || compareText(a.change, b.change) || compareText(a.id, b.id),
  );
}

type Change = ModelChange extends infer One ? (One extends unknown ? Omit<One, 'id' | 'kind' | 'name'> : never) : never;

function appeared(
  before: ModelDocument,
  after: ModelDocument,
  id: RecordId,
  was: ModelRecord | null,
  is: ModelRecord | null,
): ModelChange[] {
  if (is !== null) return [{ id, kind: is.kind, name: nameOfRecord(after, id), change: 'added' }];
  return was === null ? [] : [{ id, kind: was.kind, name: nameOfRecord(before, id), change: 'removed' }];
}

/** Came or went together with its entity. */
function isPart(before: ModelDocument, after: ModelDocument, record: ModelRecord | null): boolean {
  if (record?.kind !== 'attribute') return false;
  return (recordAt(before, record.entityId) === null) !== (recordAt(after, record.entityId) === null);
}

function changesOf(before: ModelDocument, after: ModelDocument, was: ModelRecord, is: ModelRecord): Change[] {
  const changes: Change[] = [];
  const handled = new Set<string>(['order', 'id', 'kind']);
  const take = (field: string, change: Change | null) => {
    handled.add(field);
    if (change !== null) changes.push(change);
  };
  if (isNamed(was) && isNamed(is))
    take('name', was.name === is.name ? null : { change: 'renamed', from: was.name, to: is.name });
  if (was.kind === 'attribute' && is.kind === 'attribute') {
    take('type', was.type === is.type ? null : { change: 'retyped', from: was.type, to: is.type });
    const { classification: from } = was;
    take('classification', from === is.classification ? null : { change: 'reclassified', from, to: is.classification });
    take('expression', bindingChange(was.expression, is.expression));
  }
  if (was.kind === 'entity' && is.kind === 'entity') {
    const names = (document: ModelDocument, ids: RecordId[]) => ids.map((id) => nameOfRecord(document, id));
    const isSame = canonicalJson(was.grain) === canonicalJson(is.grain);
    take('grain', isSame ? null : { change: 'regrained', from: names(before, was.grain), to: names(after, is.grain) });
    take('derivation', bindingChange(was.derivation, is.derivation));
  }
  if (was.kind === 'relationship' && is.kind === 'relationship') {
    const { cardinality: from } = was;
    take('cardinality', from === is.cardinality ? null : { change: 'recounted', from, to: is.cardinality });
  }
  if (was.kind === 'expectation' && is.kind === 'expectation') {
    take('rule', ruleChange(compareRules(was.rule, is.rule)));
    const isBlocking = is.enforcement === 'audit' ? 'tightened' : 'loosened';
    take('enforcement', was.enforcement === is.enforcement ? null : { change: isBlocking });
  }
  return joined([...changes, ...otherChanges(was, is, handled)]);
}

function ruleChange(change: ReturnType<typeof compareRules>): Change | null {
  if (change === 'same') return null;
  return { change: change === 'changed' ? 'redefined' : change };
}

function bindingChange(was: unknown, is: unknown): Change | null {
  if (canonicalJson(was) === canonicalJson(is)) return null;
  if (was === null) return { change: 'bound' };
  return { change: is === null ? 'unbound' : 'rebound' };
}

const WORDS: ReadonlySet<string> = new Set(['label', 'description', 'definition', 'synonyms', 'words', 'note']);

function otherChanges(was: ModelRecord, is: ModelRecord, handled: ReadonlySet<string>): Change[] {
  const before = new Map<string, unknown>(Object.entries(was));
  const differing = Object.entries(is)
    .filter(
      ([field, value]) =>
        !handled.has(field) && canonicalJson(value ?? null) !== canonicalJson(before.get(field) ?? null),
    )
    .map(([field]) => field);
  const fields = differing.filter((field) => WORDS.has(field)).sort(compareText);
  return [
    ...(fields.length > 0 ? [{ change: 'reworded' as const, fields }] : []),
    ...(differing.length > fields.length ? [{ change: 'redefined' as const }] : []),
  ];
}

/** Said once; what is both tighter in one respect and looser in another is simply redefined. */
function joined(changes: Change[]): Change[] {
  const kinds = new Set(changes.map(({ change }) => change));
  const isMixed = kinds.has('tightened') && kinds.has('loosened');
  const kept = isMixed ? changes.filter(({ change }) => change !== 'tightened' && change !== 'loosened') : changes;
  const said = isMixed ? [...kept, { change: 'redefined' as const }] : kept;
  return [...new Map(said.map((change) => [change.change, change])).values()];
}
