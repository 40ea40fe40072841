import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Action } from '@/lib/catalog/action';
import { Role } from '@/lib/catalog/role';
import type { Actor } from './actor';
import { can, type Resource } from './can';
import { describeDenial } from './describe-denial';

const teams = ['order-platform', 'customer-data', 'retention-marketing'];
const anyActor: fc.Arbitrary<Actor> = fc.record({
  id: fc.constantFrom('p1', 'p2'),
  workspaceId: fc.constantFrom('here', 'there'),
  key: fc.constant('ana'),
  name: fc.constant('Ana'),
  role: fc.constantFrom(...Role.options),
  teams: fc.subarray(teams),
});
const workspaceId = fc.constantFrom('here', 'there');
const anyResource: fc.Arbitrary<Resource> = fc.oneof(
  fc.constant<Resource>({ kind: 'service' }),
  fc.record({ kind: fc.constant('session' as const), isDemo: fc.boolean() }),
  fc.record({ kind: fc.constant('workspace' as const), workspaceId }),
  fc.record({
    kind: fc.constant('product' as const),
    workspaceId,
    alignment: fc.constantFrom('source', 'aggregate', 'consumer'),
    teams: fc.subarray(teams),
  }),
  fc.record({
    kind: fc.constant('ask' as const),
    workspaceId,
    owner: fc.option(fc.constantFrom(...teams)),
    consumerTeams: fc.subarray(teams),
    askedBy: fc.subarray(['p1', 'p2']),
    delegates: fc.subarray(['ana', 'bruno']),
    counteredBy: fc.subarray(['p1', 'p2']),
  }),
);
const anyAction = fc.constantFrom(...Action.options);

function person(given: Partial<Actor> = {}): Actor {
  return {
    id: 'p1',
    workspaceId: 'here',
    key: 'carla',
    name: 'Carla',
    role: 'owner',
    teams: ['order-platform'],
    ...given,
  };
}

describe('what is not written down is denied', () => {
  test('an action, a kind of thing or a role nobody has heard of', () => {
    fc.assert(
      fc.property(anyActor, fc.string(), fc.string(), anyResource, (actor, stray, kind, resource) => {
        fc.pre(!Action.options.some((known) => known === stray));
        fc.pre(!['service', 'session', 'workspace', 'product', 'ask'].includes(kind));
        expect(can(actor, JSON.parse(JSON.stringify(stray)), resource).allowed).toBe(false);
        expect(can(actor, 'catalog.read', { ...JSON.parse('{}'), kind, workspaceId: actor.workspaceId }).allowed).toBe(
          false,
        );
        const nobody: Actor = { ...actor, role: JSON.parse('"visitor"') };
        expect(can(nobody, 'catalog.read', { kind: 'workspace', workspaceId: actor.workspaceId }).allowed).toBe(false);
      }),
      { numRuns: 20_000 },
    );
  });

  test('everything, for nobody: except what the service says about itself and the choice of whom to be', () => {
    fc.assert(
      fc.property(anyAction, anyResource, (action, resource) => {
        const { allowed } = can(null, action, resource);
        const isPublic = resource.kind === 'service' && (action === 'health.read' || action === 'description.read');
        const isChoice = resource.kind === 'session' && resource.isDemo && action === 'person.switch';
        expect(allowed).toBe(isPublic || isChoice);
      }),
    );
  });
});

test('nothing of another workspace is ever allowed', () => {
  fc.assert(
    fc.property(anyActor, anyAction, anyResource, (actor, action, resource) => {
      fc.pre('workspaceId' in resource && resource.workspaceId !== actor.workspaceId);
      expect(can(actor, action, resource)).toEqual({ allowed: false, because: 'elsewhere' });
    }),
  );
});

test('whoever decides is of the owning team or was handed it, is no analyst, and did not ask', () => {
  fc.assert(
    fc.property(anyActor, anyResource, (actor, resource) => {
      if (resource.kind !== 'ask' || !can(actor, 'ask.decide', resource).allowed) return;
      expect(resource.owner).not.toBeNull();
      if (!resource.delegates.includes(actor.key)) expect(actor.teams).toContain(resource.owner);
      expect(actor.role).not.toBe('analyst');
      expect(resource.askedBy).not.toContain(actor.id);
    }),
  );
});

test('whoever agrees to an offer is of the asking team, did not make it, and somebody owns the product', () => {
  fc.assert(
    fc.property(anyActor, anyResource, (actor, resource) => {
      if (resource.kind !== 'ask' || !can(actor, 'ask.agree', resource).allowed) return;
      expect(resource.consumerTeams.some((team) => actor.teams.includes(team))).toBe(true);
      expect(resource.counteredBy).not.toContain(actor.id);
      expect(resource.owner).not.toBeNull();
    }),
  );
});

test('whoever saves or sends answers for the product, or is an administrator', () => {
  fc.assert(
    fc.property(anyActor, fc.constantFrom('draft.save', 'version.send'), anyResource, (actor, action, resource) => {
      if (resource.kind !== 'product' || !can(actor, action, resource).allowed) return;
      expect(actor.role === 'admin' || resource.teams.some((team) => actor.teams.includes(team))).toBe(true);
      if (action === 'version.send') expect(resource.alignment).toBe('consumer');
    }),
  );
});

test('whoever draws for a team starts its models and says what they are for; what others build on takes an owner', () => {
  const team = { workspaceId: 'here', teams: ['order-platform'] };
  const analyst = person({ role: 'analyst' });
  const stranger = person({ role: 'analyst', teams: [] });
  for (const action of ['product.create', 'use-case.say'] as const) {
    expect(can(analyst, action, { kind: 'product', alignment: 'consumer', ...team }).allowed).toBe(true);
    expect(can(stranger, action, { kind: 'product', alignment: 'consumer', ...team }).allowed).toBe(false);
    expect(can(analyst, action, { kind: 'product', alignment: 'aggregate', ...team }).allowed).toBe(false);
  }
  expect(can(analyst, 'product.edit', { kind: 'product', alignment: 'consumer', ...team }).allowed).toBe(false);
});

describe('the people of the story', () => {
  const ask: Resource = {
    kind: 'ask',
    workspaceId: 'here',
    owner: 'order-platform',
    consumerTeams: ['retention-marketing'],
    askedBy: ['ana'],
    delegates: [],
    counteredBy: [],
  };

  test('the owner of Orders decides on what is asked of Orders', () => {
    expect(can(person(), 'ask.decide', ask)).toEqual({ allowed: true });
  });

  test('whoever sent a part of it leaves all of it to somebody else, though others sent the rest', () => {
    expect(can(person(), 'ask.decide', { ...ask, askedBy: ['ana', 'p1'] })).toEqual({
      allowed: false,
      because: 'own-ask',
    });
  });

  test('an administrator of another team does not decide for the team', () => {
    expect(can(person({ role: 'admin', teams: [] }), 'ask.decide', ask)).toEqual({
      allowed: false,
      because: 'not-your-team',
    });
  });

  test('nobody accepts into a product nobody owns', () => {
    expect(can(person(), 'ask.decide', { ...ask, owner: null })).toEqual({ allowed: false, because: 'no-owner' });
  });

  test('only an administrator replaces the workspace', () => {
    const workspace: Resource = { kind: 'workspace', workspaceId: 'here' };
    expect(can(person(), 'workspace.import', workspace)).toEqual({ allowed: false, because: 'not-your-role' });
    expect(can(person({ role: 'admin' }), 'workspace.import', workspace)).toEqual({ allowed: true });
  });
});

test('every denial has its sentence', () => {
  fc.assert(
    fc.property(fc.option(anyActor), anyAction, anyResource, (actor, action, resource) => {
      const decision = can(actor, action, resource);
      if (!decision.allowed) expect(describeDenial(decision.because)).toMatch(/^[A-Z].+\.$/);
    }),
  );
});
