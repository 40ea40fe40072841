import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revisionTag } from '@/lib/api/entity-tag';
import type { Route } from '@/lib/api/route';
import { routes } from '@/lib/api/routes';
import { auth } from '@/lib/auth/auth';
import { foundWorkspace } from '@/lib/db/found-workspace';
import { EVERY_ROUTE, type Sample } from './every-route';
import { type Said, Story } from './story';

/** Every route of the registry, asked by those who may not: nobody, somebody from elsewhere, somebody of another team. */
let story: Story;
/** The session of an administrator of another workspace. */
let stranger: string;
let comment: string;
beforeAll(async () => {
  story = await Story.begin();
  const zoe = { key: 'zoe', name: 'Zoe', title: '', role: 'admin', teams: [], initials: 'Z' } as const;
  const elsewhere = { key: 'elsewhere', name: 'Elsewhere' };
  await story.database.db.$transaction((tx) => foundWorkspace(tx, elsewhere, [{ ...zoe, teams: [] }]));
  const { userId } = await story.database.db.person.findFirstOrThrow({ where: { key: 'zoe' } });
  const opened = await auth().api.beUser({
    body: { userId: userId ?? '' },
    headers: new Headers(),
    returnHeaders: true,
  });
  stranger = opened.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  const said = { body: { subject: 'product:src-orders', body: 'Hello' }, key: randomUUID() };
  await story.must(201, 'POST', '/comments', said);
  comment = (await story.database.db.comment.findFirstOrThrow()).id;
});
afterAll(() => story.end());

const cases = Object.entries(EVERY_ROUTE).map(([name, sample]): [string, Route, Sample] => {
  const found = Object.entries(routes).find(([one]) => one === name);
  if (!found) throw new Error(`no route ${name}`);
  return [name, found[1], sample];
});

function ask(route: Route, { address, body }: Sample, said: Said = {}) {
  return story.call(route.method, address.replace('COMMENT', comment), {
    ...(body === undefined ? {} : { body }),
    ...(route.ifMatch ? { ifMatch: revisionTag(1) } : {}),
    ...(route.idempotencyKey === 'none' ? {} : { key: randomUUID() }),
    ...said,
  });
}

describe('whoever is not signed in is refused by every route that needs somebody', () => {
  beforeAll(() => {
    process.env.APP_ORIGIN = 'https://headwater.example';
    process.env.AUTH_SECRET = '0f9K!mQz7_wYt3Rb-LpXe8Hc2Vd5Gs6Nj';
  });
  afterAll(() => {
    delete process.env.APP_ORIGIN;
    delete process.env.AUTH_SECRET;
  });
  test.each(cases.filter(([, { auth }]) => auth === 'person'))('%s', async (_, route, sample) => {
    for (const cookie of ['', 'headwater.session_token=made.up']) {
      const { status, body } = await ask(route, sample, { headers: { cookie } });
      expect([status, body]).toEqual([401, expect.objectContaining({ code: 'not-signed-in' })]);
    }
  });
});

/** What only Casa Verde has: its products, its people, its sources. */
const THEIRS = /cdp-retention|src-orders|order-platform|"ana"|shop\.orders/;

describe('what is in one workspace is not there for an administrator of another', () => {
  test.each(cases.filter(([name, , { elsewhere }]) => elsewhere === 'not-there' && name !== 'switchPerson'))(
    '%s finds nothing',
    async (_, route, sample) => {
      const before = await casaVerde();
      const { status, body } = await ask(route, sample, { headers: { cookie: stranger } });
      expect([status, body]).toEqual([404, expect.objectContaining({ code: 'not-found' })]);
      expect(await casaVerde()).toEqual(before);
    },
  );

  test.each(cases.filter(([name, , { elsewhere }]) => elsewhere === 'theirs' && name !== 'eventStream'))(
    '%s is about their own',
    async (_, route, sample) => {
      const before = await casaVerde();
      const { body } = await ask(route, sample, { headers: { cookie: stranger } });
      expect(JSON.stringify(body)).not.toMatch(THEIRS);
      expect(await casaVerde()).toEqual(before);
    },
  );

  test('nobody becomes a person of another workspace', async () => {
    const refused = await story.refused(404, 'PUT', '/demo/session', {
      body: { person: 'ana' },
      headers: { cookie: stranger },
    });
    expect(refused.code).toBe('not-found');
  });
});

describe('who works here and may not is told so, and nothing changes', () => {
  test.each(cases.filter(([, , { refuses }]) => refuses))('%s', async (_, route, sample) => {
    const before = await casaVerde();
    const { status, body } = await ask(route, sample, { as: sample.refuses?.as ?? '' });
    expect([status, body]).toEqual([403, expect.objectContaining({ code: sample.refuses?.code })]);
    expect(await casaVerde()).toEqual(before);
  });

  test('every action that is not open to all has somebody it refuses', () => {
    const open = cases.filter(([, { method }, { refuses }]) => method !== 'GET' && !refuses).map(([name]) => name);
    expect(open.sort()).toEqual(OPEN_TO_ALL);
  });
});

/** Writes that everybody of a workspace may do: what they say, what they have seen, who they are, and what is only asked. */
const OPEN_TO_ALL = [
  'addComment',
  'consequence',
  'markRead',
  'preview',
  'resolveComment',
  'switchPerson',
  'tellPresence',
  'whatIf',
];

/** What a write would have left behind. */
async function casaVerde() {
  const { db } = story.database;
  const { id, version, eventSeq } = await db.workspace.findFirstOrThrow({ where: { key: 'casa-verde' } });
  const where = { workspaceId: id };
  return {
    version,
    eventSeq,
    keys: await db.idempotencyKey.count({ where }),
    drafts: await db.draft.findMany({ where, select: { revision: true, layoutRevision: true } }),
    people: await db.person.findMany({ where, select: { key: true, role: true, name: true }, orderBy: { key: 'asc' } }),
    comments: await db.comment.findMany({ where, select: { id: true, resolvedAt: true } }),
  };
}
