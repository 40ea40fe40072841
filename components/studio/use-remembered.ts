import { useRememberedText } from './use-remembered-text';

/** A choice this browser remembers: which panels stand open. The server answers the first value. */
export function useRemembered<Value extends string>(
  key: string,
  values: readonly Value[],
  first: Value,
): [Value, (value: Value) => void] {
  const [text, set] = useRememberedText(key);
  return [values.find((known) => known === text) ?? first, set];
}
