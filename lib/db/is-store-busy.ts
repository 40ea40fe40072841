/** What the pool and the client say when nobody could be served in time; neither gives its error a kind of its own. */
const BUSY = /timeout exceeded when trying to connect|Unable to start a transaction in the given time/;

/** True for a failure that says only that too many waited: nothing has been done, and the same may be asked again. */
export function isStoreBusy(problem: unknown): boolean {
  return problem instanceof Error && BUSY.test(problem.message);
}
