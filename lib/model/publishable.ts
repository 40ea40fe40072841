import { compareText } from '@/lib/base/compare-text';
import { ok, type Result, refuse } from '@/lib/base/result';
import { patchModel } from './diff';
import { findIssues } from './find-issues';
import type { Issue, IssueCode } from './issue';
import { recordAt } from './model-index';
import { nameOfRecord } from './names';
import { usersOf } from './needs';
import type { ModelDocument, ModelRecord, RecordId } from './records';
import type { ModelSurroundings } from './surroundings';

/**
 * A model that may be acted on. A draft may be wrong; the type remembers that somebody looked. The engine takes nothing
 * weaker, and there are two ways to get one: the whole model when every rule is content, or the part that can stand.
 */
export type PublishableModel = ModelDocument & { readonly [publishable]: true };
declare const publishable: unique symbol;

/** A record that is not in the publishable part: what was wrong, and with which record (null: the model as a whole). */
export type LeftOut = { id: RecordId; name: string; because: IssueCode; causeId: RecordId | null };

export type PublishablePart = {
  model: PublishableModel;
  /** Everything found in the whole document, not only what led to leaving something out. */
  issues: Issue[];
  leftOut: LeftOut[];
};

/** The whole model when it has no error; else its errors. Warnings do not stand in the way. */
export function toPublishable(
  document: ModelDocument,
  surroundings: ModelSurroundings,
): Result<PublishableModel, Issue[]> {
  const errors = findIssues(document, surroundings).filter(isError);
  return errors.length === 0 ? ok(mint(document)) : refuse(errors);
}

/**
 * The largest part that stands: every record with an error goes, and whatever cannot stand without it, and nothing else.
 * An attribute whose expression is wrong stays as a wish that nothing uses any more. An error of the model as a whole
 * (nobody owns the use case) takes nothing away from a preview, it only forbids sending.
 */
export function publishablePart(document: ModelDocument, surroundings: ModelSurroundings): PublishablePart {
  const issues = findIssues(document, surroundings);
  const falls = new Map<RecordId, Fall>();
  let part = document;
  for (
    let errors = issues.filter(isError);
    errors.length > 0;
    errors = findIssues(part, surroundings).filter(isError)
  ) {
    const found = fallsFrom(part, surroundings.productKey, errors);
    if (found.size === 0) break;
    for (const [id, fall] of found) falls.set(id, firstCause(falls, id, fall));
    part = without(part, found);
  }
  return { model: mint(part), issues, leftOut: listed(document, falls) };
}

type Fall = { how: 'removed' | 'unbound'; because: IssueCode; causeId: RecordId | null };

function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}

/** A record that was a wish already cannot be saved by forgetting its expression once more. */
function fallsFrom(document: ModelDocument, productKey: string, errors: readonly Issue[]): Map<RecordId, Fall> {
  const users = usersOf(document, productKey);
  const falls = new Map<RecordId, Fall>();
  const waiting: RecordId[] = [];
  const fall = (id: RecordId, how: Fall) => {
    const before = falls.get(id);
    if (before && (before.how === 'removed' || how.how === 'unbound')) return;
    falls.set(id, before ? { ...before, how: how.how } : how);
    waiting.push(id);
  };
  for (const issue of errors) {
    const record = recordAt(document, issue.at);
    if (record) fall(record.id, { how: howItFalls(record, issue), because: issue.code, causeId: issue.at });
  }
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const cause = falls.get(id);
    if (cause === undefined) continue;
    for (const userId of users.get(id) ?? []) {
      const user = recordAt(document, userId);
      if (user) fall(userId, { ...cause, how: howItFollows(user, id) });
    }
  }
  return falls;
}

function howItFalls(record: ModelRecord, issue: Issue): Fall['how'] {
  const isWritten = 'place' in issue && issue.place.in === 'expression';
  return record.kind === 'attribute' && record.expression !== null && isWritten ? 'unbound' : 'removed';
}

/** An attribute goes with its entity; when it only reads another attribute it becomes a wish. */
function howItFollows(user: ModelRecord, lostId: RecordId): Fall['how'] {
  return user.kind === 'attribute' && user.entityId !== lostId && user.expression !== null ? 'unbound' : 'removed';
}

function firstCause(falls: ReadonlyMap<RecordId, Fall>, id: RecordId, fall: Fall): Fall {
  const before = falls.get(id);
  return before ? { ...before, how: fall.how } : fall;
}

function without(document: ModelDocument, falls: ReadonlyMap<RecordId, Fall>): ModelDocument {
  const put: ModelRecord[] = [];
  const remove: RecordId[] = [];
  for (const [id, { how }] of falls) {
    const record = recordAt(document, id);
    if (how === 'unbound' && record?.kind === 'attribute') put.push({ ...record, expression: null });
    else remove.push(id);
  }
  return patchModel(document, { put, remove });
}

/** By name; an attribute that went with its entity is part of it and not listed again. */
function listed(document: ModelDocument, falls: ReadonlyMap<RecordId, Fall>): LeftOut[] {
  const list = [...falls].flatMap(([id, { because, causeId }]): LeftOut[] => {
    const record = recordAt(document, id);
    const isPart = record?.kind === 'attribute' && falls.has(record.entityId) && causeId !== id;
    return isPart ? [] : [{ id, name: nameOfRecord(document, id), because, causeId }];
  });
  return list.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

/** The brand is given here and nowhere else. */
function mint(document: ModelDocument): PublishableModel {
  return document as PublishableModel;
}
