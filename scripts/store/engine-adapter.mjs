// @ts-check
/**
 * Prisma's PostgreSQL adapter, as its schema engine needs it and the published one (7.10.0) is not: it does not know
 * the type "char", cuts scripts at every semicolon (function bodies break), and offers no shadow database.
 */
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

const CHAR_OID = 18;
const BPCHAR_OID = 1042;
const CHARACTER_COLUMN = 6;

export class EnginePg extends PrismaPg {
  /** @param {string} url */
  constructor(url) {
    super({ connectionString: url, max: 2 });
    this.url = url;
  }

  async connect() {
    return mend(await super.connect());
  }

  async connectToShadowDb() {
    const name = `shadow_${randomUUID().replaceAll('-', '')}`;
    await this.run(`CREATE DATABASE ${name}`);
    const connectionString = this.url.replace(/\/[^/?]+\?/, `/${name}?`);
    const adapter = mend(await new PrismaPg({ connectionString, max: 2 }).connect());
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await this.run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    };
    return adapter;
  }

  /** @param {string} sql */
  async run(sql) {
    const client = new pg.Client(this.url);
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }
}

/** Reaches into the adapter: its version is pinned exactly, and the drift check would fail if this stopped working. */
function mend(/** @type {any} */ adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  /** @type {WeakMap<object, number[]>} */
  const charColumns = new WeakMap();

  adapter.performIO = async (/** @type {object} */ query) => {
    const result = await performIO(query);
    const fields = /** @type {{ dataTypeID: number }[]} */ (result.fields ?? []);
    const found = fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
    for (const index of found) Object.assign(fields[index] ?? {}, { dataTypeID: BPCHAR_OID });
    if (found.length > 0) charColumns.set(query, found);
    return result;
  };
  adapter.queryRaw = async (/** @type {object} */ query) => {
    const result = await queryRaw(query);
    for (const index of charColumns.get(query) ?? []) result.columnTypes[index] = CHARACTER_COLUMN;
    return result;
  };
  adapter.executeScript = async (/** @type {string} */ script) => {
    try {
      await adapter.client.query(script);
    } catch (problem) {
      adapter.onError(problem);
    }
  };
  return adapter;
}
