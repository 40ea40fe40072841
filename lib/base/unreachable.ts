/** For the last branch of a switch over a closed union: adding a case without handling it does not compile. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
