import type { Action } from '@/lib/catalog/action';
import { Role } from '@/lib/catalog/role';
import type { Alignment } from '@/lib/catalog/snapshot';
import type { Actor } from './actor';

/**
 * The one policy of the product: who may do what to which thing. It answers from its arguments alone and denies what it
 * does not know, so a new action is forbidden until somebody writes down who may do it. A denial carries its reason,
 * because "no" without a "why" makes people ask an administrator for rights they do not need.
 */
export type Resource =
  /** The service itself, before anybody is known. */
  | { kind: 'service' }
  /** The choice of whom to be, where nobody signs in. */
  | { kind: 'session'; isDemo: boolean }
  | { kind: 'workspace'; workspaceId: string }
  | {
      kind: 'product';
      workspaceId: string;
      alignment: Alignment;
      /** Keys of the teams that answer for it: its owner, and its use case's. */
      teams: readonly string[];
    }
  | {
      kind: 'ask';
      workspaceId: string;
      /** The team that owns the product which is asked; null when nobody does. */
      owner: string | null;
      /** Keys of the teams that answer for the consumer which asks. */
      consumerTeams: readonly string[];
      /** The people who sent what stands in it. */
      askedBy: readonly string[];
      /** Keys of the people to whom all of it was handed to decide. */
      delegates: readonly string[];
      /** The people whose counter-offers stand in it. */
      counteredBy: readonly string[];
    };

export type Denial =
  | 'not-signed-in'
  | 'elsewhere'
  | 'not-in-demo'
  | 'not-your-team'
  | 'not-your-role'
  | 'no-owner'
  | 'not-asking-team'
  | 'own-ask'
  | 'own-counter'
  | 'not-a-consumer'
  | 'sent-instead'
  | 'unknown';
export type Decision = { allowed: true } | { allowed: false; because: Denial };

const YES: Decision = { allowed: true };

export function can(actor: Actor | null, action: Action, resource: Resource): Decision {
  if (resource.kind === 'service') return isPublic(action) ? YES : no('unknown');
  if (resource.kind === 'session') return action === 'person.switch' ? inDemo(resource.isDemo) : no('unknown');
  if (actor === null) return no('not-signed-in');
  if (!Role.safeParse(actor.role).success) return no('unknown');
  if (resource.workspaceId !== actor.workspaceId) return no('elsewhere');
  switch (resource.kind) {
    case 'workspace':
      return canInWorkspace(actor, action);
    case 'product':
      return canWithProduct(actor, action, resource);
    case 'ask':
      return canWithAsk(actor, action, resource);
    default:
      return no('unknown');
  }
}

function isPublic(action: Action): boolean {
  return action === 'health.read' || action === 'description.read';
}

function inDemo(isDemo: boolean): Decision {
  return isDemo ? YES : no('not-in-demo');
}

/** Everybody of a workspace sees all of it: a catalog that hides products makes people build them twice. */
function canInWorkspace(actor: Actor, action: Action): Decision {
  switch (action) {
    case 'me.read':
    case 'people.read':
    case 'catalog.read':
    case 'ask.read':
    case 'event.read':
    case 'event.mark':
    case 'plan.preview':
    case 'workspace.export':
      return YES;
    case 'prices.edit':
      return actor.role === 'admin' || actor.role === 'owner' ? YES : no('not-your-role');
    case 'workspace.import':
    case 'team.manage':
      return actor.role === 'admin' ? YES : no('not-your-role');
    default:
      return no('unknown');
  }
}

function canWithProduct(actor: Actor, action: Action, product: Extract<Resource, { kind: 'product' }>): Decision {
  switch (action) {
    case 'catalog.read':
    case 'draft.read':
    case 'plan.preview':
    case 'comment.read':
    case 'comment.write':
    case 'presence.tell':
      return YES;
    case 'draft.save':
      return answersFor(actor, product.teams);
    case 'version.send':
      if (product.alignment !== 'consumer') return no('not-a-consumer');
      return answersFor(actor, product.teams);
    case 'model.publish':
      if (product.alignment === 'consumer') return no('sent-instead');
      if (actor.role === 'analyst') return no('not-your-role');
      return answersFor(actor, product.teams);
    case 'product.create':
      return product.alignment === 'consumer' ? answersFor(actor, product.teams) : ownsFor(actor, product.teams);
    case 'product.edit':
      return ownsFor(actor, product.teams);
    case 'use-case.say':
      return product.alignment === 'consumer' ? answersFor(actor, product.teams) : no('not-a-consumer');
    default:
      return no('unknown');
  }
}

/** An administrator may mend any model; that is not the same as deciding for its team. */
function answersFor(actor: Actor, teams: readonly string[]): Decision {
  if (actor.role === 'admin' || teams.some((team) => actor.teams.includes(team))) return YES;
  return no(teams.length === 0 ? 'no-owner' : 'not-your-team');
}

/** What a product promises binds its team, so it takes the team's owner; where there is none yet, an administrator. */
function ownsFor(actor: Actor, teams: readonly string[]): Decision {
  if (actor.role === 'admin') return YES;
  if (teams.length === 0) return no('no-owner');
  if (!teams.some((team) => actor.teams.includes(team))) return no('not-your-team');
  return actor.role === 'owner' ? YES : no('not-your-role');
}

/**
 * An agreement binds a team, so it takes a person of that team: not an administrator from outside, not an analyst who
 * will not have to keep it, and never anybody who asked for a part of it.
 */
function canWithAsk(actor: Actor, action: Action, ask: Extract<Resource, { kind: 'ask' }>): Decision {
  switch (action) {
    case 'ask.read':
    case 'comment.read':
    case 'comment.write':
      return YES;
    case 'ask.decide':
    case 'ask.delegate':
      return canProvide(actor, action, ask);
    case 'ask.provide':
      return canProvide(actor, 'ask.decide', ask);
    case 'ask.answer':
    case 'ask.agree':
      return canAnswer(actor, action, ask);
    default:
      return no('unknown');
  }
}

/** Whoever it was handed to decides in the team's stead, and hands it no further. */
function canProvide(actor: Actor, action: Action, ask: Extract<Resource, { kind: 'ask' }>): Decision {
  if (ask.owner === null) return no('no-owner');
  const isDelegate = action === 'ask.decide' && ask.delegates.includes(actor.key);
  if (!isDelegate && !actor.teams.includes(ask.owner)) return no('not-your-team');
  if (actor.role === 'analyst') return no('not-your-role');
  if (ask.askedBy.includes(actor.id)) return no('own-ask');
  return YES;
}

/** The consumer's side answers for itself, analysts first; who made an offer does not take it too. */
function canAnswer(actor: Actor, action: Action, ask: Extract<Resource, { kind: 'ask' }>): Decision {
  if (!ask.consumerTeams.some((team) => actor.teams.includes(team))) return no('not-asking-team');
  if (action === 'ask.answer') return YES;
  if (ask.owner === null) return no('no-owner');
  if (ask.counteredBy.includes(actor.id)) return no('own-counter');
  return YES;
}

function no(because: Denial): Decision {
  return { allowed: false, because };
}
