import { makeProblem } from '@/lib/api/make-problem';
import type { Problem } from '@/lib/api/problem';
import type { Denial } from '@/lib/auth/can';
import { describeDenial } from '@/lib/auth/describe-denial';
import { describeMinutes } from '@/lib/base/duration';
import { unreachable } from '@/lib/base/unreachable';
import type { AskAction } from '@/lib/reviews/ask-action';
import { describeCounterProblem } from '@/lib/reviews/describe-counter-problem';
import { describeCannotProvide } from '@/lib/services/provide-refusal';
import type { Refusal } from '@/lib/services/refusal';

/** A file may be wrong in a hundred thousand places; how many they are stands in the words. */
const FILE_PROBLEMS_TOLD_MAX = 1_000;

/** The one place that turns an expected no into HTTP. */
export function problemOf(refusal: Refusal): Problem {
  switch (refusal.code) {
    case 'not-found':
      return makeProblem('not-found', `There is no ${refusal.what} "${refusal.key}".`);
    case 'forbidden':
      return problemOfDenial(refusal.because);
    case 'stale-draft':
      return makeProblem('stale', describeStaleDraft(refusal.changes.at(-1)?.by?.name ?? null), {
        revision: refusal.revision,
        changes: refusal.changes,
      });
    case 'stale-ask':
      return makeProblem('stale', describeStaleAsk(refusal.last), {
        version: refusal.version,
        problems: [{ path: ['asks', refusal.ask], words: 'changed meanwhile' }],
      });
    case 'edit-refused':
      return makeProblem('edit-refused', `One save says two things about ${refusal.ids.join(', ')}.`);
    case 'plan-changed':
      return makeProblem(
        'plan-changed',
        'This is not the plan you were shown: something has changed meanwhile. Look at it again before you send.',
        { preview: refusal.preview },
      );
    case 'not-publishable':
      return makeProblem(
        'not-publishable',
        `${refusal.issues.length === 1 ? 'One thing has' : `${refusal.issues.length} things have`} to be put right first.`,
        { issues: refusal.issues },
      );
    case 'thread-full':
      return makeProblem('thread-full', `Here stand ${refusal.max} comments, which is as many as anybody reads.`);
    case 'lineage-loop':
      return makeProblem('lineage-loop', `These products read each other in a circle: ${refusal.loop.join(' → ')}.`);
    case 'nothing-to-decide':
      return makeProblem('nothing-to-decide', 'Nothing in this ask waits for a decision.');
    case 'lines-not-open':
      return makeProblem('lines-not-open', 'Some of these lines do not wait for a decision any more.', {
        problems: refusal.ids.map((id) => ({ path: ['lines', id], words: 'not open' })),
      });
    case 'cannot-be-kept':
      return makeProblem('cannot-be-kept', 'As things are built it cannot be kept: offer what can be, or run faster.', {
        problems: refusal.ids.map((id) => ({ path: ['lines', id], words: 'cannot be kept' })),
      });
    case 'reason-required':
      return makeProblem('reason-required', 'Say why, so that whoever asked can think of something else.');
    case 'move-incomplete':
      return makeProblem('move-incomplete', describeMissing(refusal.missing), {
        problems: [{ path: ['body', refusal.missing], words: 'missing' }],
      });
    case 'day-passed':
      return makeProblem('day-passed', `${refusal.day} is not a day to come.`);
    case 'counter-refused':
      return makeProblem('counter-refused', describeCounterProblem(refusal.problem), {
        problems: [{ path: ['lines', refusal.line], words: refusal.problem.code }],
      });
    case 'delegate-refused':
      return makeProblem(
        'delegate-refused',
        refusal.isAsking
          ? `${refusal.name} asked for this, so somebody else decides on it.`
          : `${refusal.name} is an analyst and cannot take this on for the team.`,
      );
    case 'cannot-provide':
      return makeProblem('cannot-provide', describeCannotProvide(refusal.because), {
        problems: [{ path: ['from'], words: refusal.because.code }],
      });
    case 'stale-product':
      return makeProblem('stale', `${refusal.by ?? 'Somebody'} changed this product after you opened it.`, {
        version: refusal.version,
      });
    case 'stale-organisation':
      return makeProblem(
        'stale',
        `Somebody changed ${refusal.what === 'prices' ? 'the prices' : `this ${refusal.what}`} after you opened it. Look again.`,
        {
          version: refusal.version,
        },
      );
    case 'key-taken':
      return makeProblem('key-taken', `There is a ${refusal.what} "${refusal.key}" already.`);
    case 'nothing-published':
      return makeProblem('nothing-published', 'It has no published model yet: publish one first.');
    case 'promise-not-kept':
      return makeProblem(
        'promise-not-kept',
        `Made like this it is up to ${describeMinutes(refusal.oldest)} old, so it cannot promise ${describeMinutes(refusal.promised)}.`,
        { problems: [{ path: ['body', 'promises', 'freshnessMinutes'], words: 'cannot be kept' }] },
      );
    case 'port-agreed':
      return makeProblem('port-agreed', `${refusal.consumer} has a contract about the port ${refusal.port}.`, {
        problems: [{ path: ['body', 'ports'], words: 'agreed' }],
      });
    case 'draft-unchanged':
      return makeProblem('draft-unchanged', 'The draft says what is published already.');
    case 'file-refused':
      return makeProblem('file-refused', describeFile(refusal.problems.length), {
        problems: refusal.problems
          .slice(0, FILE_PROBLEMS_TOLD_MAX)
          .map(({ path, line, column, words }) => ({ path, line, column, words })),
      });
    case 'workspace-in-use':
      return makeProblem(
        'workspace-in-use',
        `In ${refusal.name} something is asked by or of ${refusal.products.join(', ')}; a file without them cannot take its place.`,
      );
    default:
      return unreachable(refusal);
  }
}

export function problemOfDenial(because: Denial): Problem {
  const detail = describeDenial(because);
  switch (because) {
    case 'not-signed-in':
      return makeProblem('not-signed-in', detail);
    case 'elsewhere':
      return makeProblem('not-found', detail);
    case 'no-owner':
      return makeProblem('product-without-owner', detail);
    case 'own-ask':
      return makeProblem('own-ask', detail);
    case 'not-in-demo':
      return makeProblem('not-in-demo', detail);
    default:
      return makeProblem('forbidden', detail);
  }
}

function describeStaleDraft(name: string | null): string {
  return `${name ?? 'Somebody'} saved this draft after you opened it.`;
}

function describeStaleAsk(last: { by: string; action: AskAction } | null): string {
  if (last === null) return 'This ask has changed since you opened it.';
  return `${last.by} ${DID[last.action]} meanwhile. Nothing of yours was recorded; look at it again.`;
}

const DID: Readonly<Record<AskAction, string>> = {
  accept: 'has decided on this ask: it was accepted',
  counter: 'has decided on this ask: something else was offered',
  decline: 'has decided on this ask: it was declined',
  'need-information': 'has asked a question about this ask',
  defer: 'has put this ask off',
  delegate: 'has handed this ask to somebody else',
  implement: 'has said that this ask is built',
  agree: 'has agreed to what was offered',
  answer: 'has asked again',
  withdraw: 'has withdrawn this ask',
  verify: 'has said that this ask holds',
};

const MISSING = {
  answer: 'Write the answer.',
  value: 'Say what can be offered instead.',
  question: 'Write the question.',
  until: 'Say until when.',
  to: 'Say who decides instead.',
} as const;

function describeMissing(missing: keyof typeof MISSING): string {
  return MISSING[missing];
}

function describeFile(count: number): string {
  return count === 1
    ? 'One thing in the file cannot stand. Nothing was changed.'
    : `${count} things in the file cannot stand. Nothing was changed.`;
}
