import { z } from 'zod';

/** Busy: too many waited, and nothing was done. Away: whether anything was, nobody knows. Full: nothing was kept. */
export type StoreTrouble = 'busy' | 'away' | 'full';

/** What the pool and the client say when nobody could be served in time; neither gives its error a kind of its own. */
const BUSY = /timeout exceeded when trying to connect|Unable to start a transaction in the given time/;
const AWAY =
  /Connection terminated|Client has encountered a connection error|connect (?:ECONNREFUSED|ENOENT)|the database system is/;
const BY_CODE: ReadonlyMap<string, StoreTrouble> = new Map([
  ['53300', 'busy'],
  ['53100', 'full'],
  ...[
    '57P01',
    '57P02',
    '57P03',
    '08000',
    '08003',
    '08006',
    'P1001',
    'P1017',
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOENT',
    'EPIPE',
  ].map((code) => [code, 'away'] as const),
]);

const Told = z.object({
  message: z.string(),
  code: z.string().optional().catch(undefined),
  meta: z
    .object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) })
    .optional()
    .catch(undefined),
});

/** What is wrong with the store, where that and nothing of ours made a piece of work fail; null for anything else. */
export function findStoreTrouble(problem: unknown): StoreTrouble | null {
  if (!(problem instanceof Error)) return null;
  const told = Told.safeParse(problem);
  if (!told.success) return null;
  const { message, code, meta } = told.data;
  if (BUSY.test(message)) return 'busy';
  const known = BY_CODE.get(meta?.driverAdapterError.cause.originalCode ?? '') ?? BY_CODE.get(code ?? '');
  return known ?? (AWAY.test(message) ? 'away' : null);
}
