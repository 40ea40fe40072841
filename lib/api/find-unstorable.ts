/**
 * Where a value holds text no store of ours can keep: a NUL character, or half of a surrogate pair. Null when it holds
 * none. The walk keeps its own stack, because what arrives may be nested as deep as its sender likes.
 */
export function findUnstorable(value: unknown): string[] | null {
  const waiting: { value: unknown; path: Path }[] = [{ value, path: null }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path } = next;
    if (typeof next.value === 'string' && !isStorable(next.value)) return toSteps(path);
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [key, part] of Object.entries(next.value)) {
      if (!isStorable(key)) return toSteps(path);
      if (typeof part === 'string' || typeof part === 'object') waiting.push({ value: part, path: { key, up: path } });
    }
  }
  return null;
}

type Path = { key: string; up: Path } | null;

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

function toSteps(path: Path): string[] {
  const steps: string[] = [];
  for (let at = path; at; at = at.up) steps.push(at.key);
  return steps.reverse();
}
