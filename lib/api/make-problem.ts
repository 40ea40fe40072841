import type { Problem, ProblemCode } from './problem';

const KINDS = {
  'malformed-json': [400, 'Not readable'],
  'invalid-request': [422, 'Not what this address takes'],
  'not-json': [415, 'Only JSON is taken'],
  'too-large': [413, 'Too large'],
  'cross-origin': [403, 'Not from here'],
  'not-signed-in': [401, 'Nobody is signed in'],
  forbidden: [403, 'Not yours to do'],
  'not-found': [404, 'Not found'],
  'precondition-required': [428, 'Which version?'],
  stale: [412, 'Changed meanwhile'],
  'idempotency-key-required': [400, 'A key is missing'],
  'idempotency-key-reused': [422, 'The key was used for something else'],
  'plan-changed': [409, 'The plan has changed'],
  'not-publishable': [422, 'Not ready to be sent'],
  'lineage-loop': [409, 'The lineage runs in a circle'],
  'thread-full': [409, 'No room left'],
  'too-many-streams': [429, 'Too many at once'],
  'nothing-to-decide': [409, 'Nothing to decide'],
  'lines-not-open': [409, 'Decided already'],
  'cannot-be-kept': [409, 'Cannot be kept'],
  'product-without-owner': [409, 'Nobody owns it'],
  'reason-required': [422, 'A reason is missing'],
  'move-incomplete': [422, 'Something is missing'],
  'day-passed': [422, 'Not a day to come'],
  'counter-refused': [422, 'Not an offer'],
  'delegate-refused': [422, 'Cannot decide for you'],
  'cannot-provide': [422, 'Cannot come from there'],
  'key-taken': [409, 'The name is taken'],
  'nothing-published': [409, 'Nothing is published'],
  'promise-not-kept': [422, 'Cannot be kept'],
  'port-agreed': [409, 'Somebody relies on it'],
  'draft-unchanged': [409, 'Nothing has changed'],
  'own-ask': [403, 'Your own ask'],
  'not-in-demo': [403, 'Not here'],
  'file-refused': [422, 'The file is refused'],
  'workspace-in-use': [409, 'The workspace is in use'],
  'called-off': [409, 'Called off'],
  'edit-refused': [422, 'The edit is refused'],
  unavailable: [503, 'Not available now'],
  internal: [500, 'Something went wrong'],
} as const satisfies Record<ProblemCode, readonly [number, string]>;

type Extra = Omit<Problem, 'type' | 'title' | 'status' | 'detail' | 'code'>;

/** A problem of a known kind; the kind decides the status, so that no route can choose its own. */
export function makeProblem(code: ProblemCode, detail: string, extra: Extra = {}): Problem {
  const [status, title] = KINDS[code];
  return { type: `/problems/${code}`, title, status, detail, code, ...extra };
}
