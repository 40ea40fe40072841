import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { Draft, DraftSaved } from '@/lib/api/draft';
import { revisionTag } from '@/lib/api/entity-tag';
import { Preview } from '@/lib/api/preview';
import { Problem } from '@/lib/api/problem';
import { API_ROOT } from '@/lib/api/routes';
import { Sent } from '@/lib/api/send';
import type { ModelRecord, RecordId } from '@/lib/model/records';
import { tellStory } from '../../scripts/tell-story';
import { type TestDatabase, testDatabase } from '../database';

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
export type Answered = { status: number; body: unknown; headers: Headers };
export type Said = {
  as?: string;
  body?: unknown;
  ifMatch?: string;
  key?: string;
  headers?: Record<string, string>;
};

export const RETENTION = '/products/cdp-retention';
const ORIGIN = 'http://127.0.0.1:3000';

/**
 * The story in a database of its own, and its API called as a browser would: through the route files, by address, with
 * cookies. Only the network in between is missing.
 */
export class Story {
  private readonly cookies = new Map<string, string>();

  constructor(readonly database: TestDatabase) {}

  static async begin(): Promise<Story> {
    const database = await testDatabase();
    process.env.DATABASE_URL = database.url;
    const told = await tellStory(database.db, { text: readFileSync('samples/casa-verde.yaml', 'utf8'), ifEmpty: true });
    if (!told.ok) throw new Error(JSON.stringify(told.error));
    return new Story(database);
  }

  async call(method: string, address: string, said: Said = {}): Promise<Answered> {
    const response = await this.open(method, address, said);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  }

  /** The answer itself, for one that stays open; `signal` is the browser going away. */
  async open(method: string, address: string, said: Said = {}, signal?: AbortSignal): Promise<Response> {
    const url = new URL(`${ORIGIN}${API_ROOT}${address}`);
    const { handler, params } = await findHandler(method, url.pathname.slice(API_ROOT.length));
    const headers = new Headers({
      host: '127.0.0.1:3000',
      'sec-fetch-site': 'same-origin',
      ...(said.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(said.ifMatch === undefined ? {} : { 'if-match': said.ifMatch }),
      ...(said.key === undefined ? {} : { 'idempotency-key': said.key }),
      ...(said.as === undefined ? {} : { cookie: await this.cookieOf(said.as) }),
      ...said.headers,
    });
    for (const [name, value] of [...headers]) if (value === '') headers.delete(name);
    const body = said.body === undefined ? null : typeof said.body === 'string' ? said.body : JSON.stringify(said.body);
    const request = new Request(url, { method, headers, body, ...(signal ? { signal } : {}) });
    return handler(request, { params: Promise.resolve(params) });
  }

  /** What an address answers, which must be yes, and what its schema says. */
  async read<T>(schema: z.ZodType<T>, address: string, as?: string): Promise<T> {
    return schema.parse(await this.must(200, 'GET', address, as === undefined ? {} : { as }));
  }

  /** The body of an answer that must have this status. */
  async must(status: number, method: string, address: string, said: Said = {}): Promise<unknown> {
    const answered = await this.call(method, address, said);
    if (answered.status === status) return answered.body;
    throw new Error(`${method} ${address}: ${answered.status}, not ${status}: ${JSON.stringify(answered.body)}`);
  }

  /** A no, which must have this status. */
  async refused(status: number, method: string, address: string, said: Said = {}): Promise<Problem> {
    return Problem.parse(await this.must(status, method, address, said));
  }

  async preview(body: unknown = {}): Promise<Preview> {
    return Preview.parse(await this.must(200, 'POST', `${RETENTION}/preview`, { body }));
  }

  async save(change: { put?: ModelRecord[]; remove?: RecordId[] }): Promise<DraftSaved> {
    const { revision } = await this.read(Draft, `${RETENTION}/draft`);
    const body = { put: [], remove: [], ...change };
    return DraftSaved.parse(
      await this.must(200, 'PATCH', `${RETENTION}/draft`, { body, ifMatch: revisionTag(revision) }),
    );
  }

  /** Changes the stated freshness of the retention model, as the inspector would. */
  async tightenTo(maxMinutes: number): Promise<void> {
    const { records } = await this.read(Draft, `${RETENTION}/draft`);
    const put = records.flatMap((record): ModelRecord[] =>
      record.kind === 'expectation' && record.rule.rule === 'freshness'
        ? [{ ...record, rule: { rule: 'freshness', maxMinutes } }]
        : [],
    );
    if (put.length !== 1) throw new Error(`the model states its freshness ${put.length} times`);
    await this.save({ put });
  }

  /** Sends the draft as it is, as the dialog would after showing its preview. */
  async send(reason: string): Promise<Sent> {
    const { revision } = await this.read(Draft, `${RETENTION}/draft`);
    const { fingerprint } = await this.preview();
    const said = {
      body: { reason, fingerprint },
      ifMatch: revisionTag(revision),
      key: randomUUID(),
    };
    return Sent.parse(await this.must(201, 'POST', `${RETENTION}/send`, said));
  }

  requirementRows() {
    return this.database.db.requirement.findMany({
      where: { consumerKey: 'cdp-retention' },
      orderBy: [{ productKey: 'asc' }, { target: 'asc' }, { kind: 'asc' }, { rule: 'asc' }],
    });
  }

  async end() {
    const { db } = await import('@/lib/db/db');
    const { pool } = await import('@/lib/db/pool');
    await db().$disconnect();
    if (!pool().ended) await pool().end();
    forgetProcess();
    await this.database.drop();
  }

  private async cookieOf(person: string): Promise<string> {
    const known = this.cookies.get(person);
    if (known !== undefined) return known;
    const { status, headers, body } = await this.call('PUT', '/demo/session', { body: { person } });
    if (status !== 204) throw new Error(`nobody can be ${person}: ${JSON.stringify(body)}`);
    const cookie = headers
      .getSetCookie()
      .map((one) => one.split(';', 1)[0])
      .join('; ');
    this.cookies.set(person, cookie);
    return cookie;
  }
}

/** What the app keeps for the life of a process. Test files follow each other in one, and each begins as after a start. */
function forgetProcess() {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (name.startsWith('headwater')) Reflect.deleteProperty(globalThis, name);
  }
}

/** The route file an address leads to, as Next would find it. */
async function findHandler(
  method: string,
  path: string,
): Promise<{ handler: Handler; params: Record<string, string> }> {
  const { ROUTE_FILES } = await import('./route-files');
  for (const { pattern, load } of ROUTE_FILES) {
    const match = pattern.exec(path);
    if (!match) continue;
    const handlers: Record<string, unknown> = await load();
    const handler = handlers[method];
    if (!isHandler(handler)) throw new Error(`${path} takes no ${method}`);
    const params = Object.fromEntries(Object.entries(match.groups ?? {}).map(([k, v]) => [k, decodeURIComponent(v)]));
    return { handler, params };
  }
  throw new Error(`no route file for ${path}`);
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}
