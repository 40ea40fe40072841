import { type Cursor, child, itemsOf, textOf } from './cursor';
import type { FileNames, ModelNames } from './file-names';
import { splitReference } from './reference';

const NONE: ReadonlySet<string> = new Set();
const NO_COLUMNS: ReadonlySet<string> = new Set();

/**
 * Every name of somebody else's that a model writes down, taken as given: a model on its own cannot know what other
 * products and sources have.
 */
export function namesWritten(model: Cursor): FileNames {
  const inputs = itemsOf(child(model, 'entities')).flatMap((entity) => [
    child(entity, 'from'),
    ...itemsOf(child(entity, 'joins')),
  ]);
  const tables = membersByOwner(inputs.map((input) => child(input, 'table')));
  const entities = membersByOwner(inputs.map((input) => child(input, 'entity')));
  const delivered = itemsOf(child(model, 'expectations')).flatMap((one) => textOf(child(one, 'product')) ?? []);
  const products = new Map<string, ModelNames>(delivered.map((key) => [key, modelOf(NONE)]));
  for (const [key, names] of entities) products.set(key, modelOf(names));
  return {
    domains: NONE,
    teams: new Set(itemsOf(child(model, 'metrics')).flatMap((metric) => textOf(child(metric, 'owner')) ?? [])),
    policies: NONE,
    sources: new Map([...tables].map(([key, names]) => [key, new Map([...names].map((name) => [name, NO_COLUMNS]))])),
    products,
  };
}

function membersByOwner(references: readonly Cursor[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const reference of references) {
    const parts = splitReference(textOf(reference) ?? '');
    if (parts) found.set(parts.owner, (found.get(parts.owner) ?? new Set()).add(parts.member));
  }
  return found;
}

function modelOf(names: ReadonlySet<string>): ModelNames {
  return {
    entities: new Map([...names].map((name) => [name, NONE])),
    relationships: NONE,
    roles: new Map(),
    segments: NONE,
    measures: NONE,
    metrics: NONE,
  };
}
