/** Runs once when a server process starts. Node's part stands apart, so that no other runtime tries to load it. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') await (await import('./instrumentation-node')).register();
}
