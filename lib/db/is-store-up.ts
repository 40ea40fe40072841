import type pg from 'pg';

const PATIENCE_MS = 2_000;

/** Whether the store answers, soon: a health check that hangs is a worse answer than no. */
export async function isStoreUp(over: pg.Pool): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref());
  const answered = over.query('SELECT 1').then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]);
}
