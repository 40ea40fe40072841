import type { StreamMessage } from '@/lib/api/live';
import { makeProblem } from '@/lib/api/make-problem';
import type { Problem } from '@/lib/api/problem';
import type { Route } from '@/lib/api/route';
import type { Actor } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/find-actor';
import { fingerprint } from '@/lib/base/fingerprint';
import { ok, type Result, refuse } from '@/lib/base/result';
import { db } from '@/lib/db/db';
import { findStoreTrouble, type StoreTrouble } from '@/lib/db/find-store-trouble';
import { claimKey, type KeptAnswer, keepAnswer } from '@/lib/db/idempotency';
import { joinWorld, openWorld } from '@/lib/db/open-world';
import { inTransaction } from '@/lib/db/workspace-store';
import type { Refusal } from '@/lib/services/refusal';
import type { World } from '@/lib/services/world';
import { hasRoomFor, isClosing } from './open-streams';
import { problemOf, problemOfDenial } from './problem-of-refusal';
import { type Call, readCall } from './read-call';
import { type Answer, respond, respondFile, respondProblem } from './respond';
import { respondStream } from './respond-stream';

type Context = { params: Promise<unknown> };
type Act<Params, Query, Body, Answered> = (
  world: World,
  call: Call<Params, Query, Body>,
) => Promise<Result<Answer<Answered>, Refusal>>;

/**
 * The one way from a request to a service and back: who asks, is it from our pages, is it what the route takes, act,
 * answer. A route file names its route and its service and nothing else.
 */
export function serve<Params, Query, Body, Answered>(
  route: Route<Params, Query, Body, Answered>,
  act: Act<Params, Query, Body, Answered>,
) {
  return asPerson(route, async (actor, call, { signal: gone }) => {
    if (call.idempotencyKey !== null) return once(route, { actor, call, act, gone });
    const answer = await act(openWorld(db(), actor), call);
    return answer.ok ? respond(route, answer.value) : respondProblem(problemOf(answer.error));
  });
}

/** For a file to keep instead of JSON. */
export function serveFile<Params, Query, Body>(
  route: Route<Params, Query, Body>,
  act: (
    world: World,
    call: Call<Params, Query, Body>,
  ) => Promise<Result<{ name: string; type: string; text: string }, Refusal>>,
) {
  return asPerson(route, async (actor, call) => {
    const file = await act(openWorld(db(), actor), call);
    if (!file.ok) return respondProblem(problemOf(file.error));
    return respondFile(file.value.name, file.value.type, file.value.text);
  });
}

/** For what stays open and tells what happens. */
export function serveStream<Params, Query, Body>(
  route: Route<Params, Query, Body>,
  tell: (world: World, call: Call<Params, Query, Body> & Followed) => AsyncGenerator<StreamMessage>,
) {
  return asPerson(route, async (actor, call, request) => {
    if (isClosing())
      return respondProblem(makeProblem('unavailable', 'The service is going down. Come back in a moment.'));
    if (!hasRoomFor(actor.id)) {
      return respondProblem(
        makeProblem('too-many-streams', 'You listen in too many places already. Close one of them.'),
      );
    }
    const heard = /^\d{1,15}$/.exec(request.headers.get('last-event-id') ?? '');
    return respondStream({
      actor,
      tell: (signal) => tell(openWorld(db(), actor), { ...call, lastHeard: heard ? Number(heard[0]) : null, signal }),
      isStillAllowed: async () => (await findActor(request.headers))?.id === actor.id,
      gone: request.signal,
    });
  });
}

/** The last number a browser heard before it lost the stream, and when to stop telling. */
type Followed = { lastHeard: number | null; signal: AbortSignal };

/** The handler of a route that only somebody known may call, with what they say already read. */
function asPerson<Params, Query, Body>(
  route: Route<Params, Query, Body>,
  work: (actor: Actor, call: Call<Params, Query, Body>, request: Request) => Promise<Response>,
) {
  return (request: Request, context: Context): Promise<Response> =>
    orProblem(route, async () => {
      const call = await readCall(route, request, await context.params);
      if (!call.ok && call.error.code === 'cross-origin') return respondProblem(call.error);
      const actor = await findActor(request.headers);
      if (!actor) return respondProblem(problemOfDenial('not-signed-in'));
      // What a request lacks is told to somebody, not to anybody.
      return call.ok ? work(actor, call.value, request) : respondProblem(call.error);
    });
}

/** For what answers before anybody is known. */
export function serveAnyone<Params, Query, Body, Answered>(
  route: Route<Params, Query, Body, Answered>,
  act: (request: Request, call: Call<Params, Query, Body>) => Promise<Result<Response | Answer<Answered>, Problem>>,
) {
  return (request: Request, context: Context): Promise<Response> =>
    orProblem(route, async () => {
      const call = await readCall(route, request, await context.params);
      if (!call.ok) return respondProblem(call.error);
      const answer = await act(request, call.value);
      if (!answer.ok) return respondProblem(answer.error);
      return answer.value instanceof Response ? answer.value : respond(route, answer.value);
    });
}

type Once<Params, Query, Body, Answered> = {
  actor: Actor;
  call: Call<Params, Query, Body>;
  act: Act<Params, Query, Body, Answered>;
  /** Whoever asked has left. */
  gone: AbortSignal;
};

/**
 * The write, its idempotency key and its answer are one transaction: whoever repeats a request whose answer was lost gets
 * that answer, and nothing happens twice. A refusal keeps nothing, so the next attempt may do better.
 */
async function once<Params, Query, Body, Answered>(
  route: Route<Params, Query, Body, Answered>,
  { actor, call, act, gone }: Once<Params, Query, Body, Answered>,
): Promise<Response> {
  const claim = {
    workspaceId: actor.workspaceId,
    principal: actor.id,
    key: call.idempotencyKey ?? '',
    requestHash: fingerprint([route.method, route.path, call.params ?? null, call.version, call.body ?? null]),
    at: new Date(),
  };
  const answered = await inTransaction<KeptAnswer & { isRepeated: boolean }, Problem>(db(), async (tx) => {
    const before = await claimKey(tx, claim);
    if (before === 'other-request') {
      const words = 'This Idempotency-Key came with another request before. Make a new one per intention.';
      return refuse(makeProblem('idempotency-key-reused', words));
    }
    if (before !== 'new') return ok({ ...before, isRepeated: true });
    const answer = await act(joinWorld(tx, actor), call);
    if (!answer.ok) return refuse(problemOf(answer.error));
    if (route.canBeCalledOff && gone.aborted)
      return refuse(makeProblem('called-off', 'Nobody waits for it any more. Nothing was done.'));
    const kept = { status: route.status, body: answer.value.body, tag: answer.value.tag ?? null };
    await keepAnswer(tx, claim, kept);
    return ok({ ...kept, isRepeated: false });
  });
  if (!answered.ok) return respondProblem(answered.error);
  const { body, tag, isRepeated } = answered.value;
  const repeated: Record<string, string> = isRepeated ? { 'Idempotency-Replayed': 'true' } : {};
  return respond(route, { body, ...(tag === null ? {} : { tag }) }, repeated);
}

const TROUBLE: Record<StoreTrouble, string> = {
  busy: 'There is more to do than the store can keep up with. Nothing was done; try again in a moment.',
  away: 'The store does not answer. What has been acknowledged is safe; try again in a moment.',
  full: 'The store has no room left. Nothing was kept of this; what has been acknowledged is safe.',
};

/** A broken invariant is logged here, once, without what was sent; the caller learns its number and nothing else. */
async function orProblem(route: Route, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (cause) {
    const trouble = findStoreTrouble(cause);
    if (trouble !== null) {
      if (trouble !== 'busy') console.error(`${route.method} ${route.path}: the store is ${trouble}`);
      return respondProblem(makeProblem('unavailable', TROUBLE[trouble]));
    }
    const id = crypto.randomUUID();
    console.error(`${id} ${route.method} ${route.path}`, cause);
    return respondProblem(makeProblem('internal', `Something broke on our side. Its number is ${id}.`));
  }
}
