import pg from 'pg';

const kept = globalThis as typeof globalThis & { headwaterPool?: pg.Pool };

/**
 * The process's connections, made on first use: a build must not need a database. They are kept on `globalThis`, because
 * the development server loads this module again after an edit. Sessions speak UTC: without it the adapter stores
 * instants shifted by the server's own zone, and reads them back as if nothing had happened.
 */
export function pool(): pg.Pool {
  kept.headwaterPool ??= openPool(process.env.DATABASE_URL, Number(process.env.DB_POOL ?? 10));
  return kept.headwaterPool;
}

/** For the server to answer; a wait in line for one of the connections is another thing, and may take longer. */
const CONNECT_MS = 5_000;
const QUEUE_MS = 30_000;

/** A pool with every wait bounded: in line, for a connection, for an answer, and for a transaction that forgot to end. */
export function openPool(connectionString: string | undefined, max: number): pg.Pool {
  if (!connectionString) throw new Error('DATABASE_URL is not set: start the app with npm start or npm run dev');
  const opened = new pg.Pool({
    connectionString,
    max,
    options: '-c TimeZone=UTC',
    application_name: 'headwater',
    Client: PromptClient,
    connectionTimeoutMillis: QUEUE_MS,
    statement_timeout: 30_000,
    query_timeout: 35_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    allowExitOnIdle: true, // a script that is done may end; a server is kept alive by its own socket
  });
  // A connection lost while idle is replaced on the next use; unheard, its event would end the process.
  opened.on('error', () => {});
  opened.on('connect', (client) => client.on('error', () => {}));
  return opened;
}

class PromptClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS });
  }
}
