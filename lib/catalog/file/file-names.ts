import { type Cursor, child, findingAt, itemsOf, textOf } from './cursor';
import type { Finding } from './finding';
import { entityOfEnd, rolesOf } from './roles';

/** Every name a workspace file introduces, for looking up and for suggesting. */
export type FileNames = {
  domains: ReadonlySet<string>;
  teams: ReadonlySet<string>;
  policies: ReadonlySet<string>;
  /** Source, table, columns. */
  sources: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  products: ReadonlyMap<string, ModelNames>;
};

export type ModelNames = {
  /** Entity, attributes. */
  entities: ReadonlyMap<string, ReadonlySet<string>>;
  relationships: ReadonlySet<string>;
  /** Role, the entities it may lead to. */
  roles: ReadonlyMap<string, ReadonlySet<string>>;
  segments: ReadonlySet<string>;
  measures: ReadonlySet<string>;
  metrics: ReadonlySet<string>;
};

/** Collects the names; what stands twice in its list is reported at its second place, and the first one counts. */
export function collectNames(file: Cursor, findings: Finding[]): FileNames {
  const set = (parent: Cursor, list: string, what: string) => collectSet(child(parent, list), 'key', what, findings);
  return {
    domains: set(file, 'domains', 'domain'),
    teams: set(file, 'teams', 'team'),
    policies: set(file, 'policies', 'house rule'),
    sources: collect(child(file, 'sources'), 'key', 'source', findings, (source) =>
      collect(child(source, 'tables'), 'name', 'table', findings, (table) => collectColumns(table, findings)),
    ),
    products: collect(child(file, 'products'), 'key', 'product', findings, (product) => {
      set(product, 'ports', 'port');
      return collectModelNames(child(product, 'model'), findings);
    }),
  };
}

export function collectColumns(table: Cursor, findings: Finding[]): ReadonlySet<string> {
  return collectSet(child(table, 'columns'), 'name', 'column', findings);
}

export function collectAttributes(entity: Cursor, findings: Finding[]): ReadonlySet<string> {
  return collectSet(child(entity, 'attributes'), 'key', 'attribute', findings);
}

export function collectModelNames(model: Cursor, findings: Finding[]): ModelNames {
  const set = (list: string, what: string) => collectSet(child(model, list), 'key', what, findings);
  return {
    entities: collect(child(model, 'entities'), 'key', 'entity', findings, (entity) =>
      collectAttributes(entity, findings),
    ),
    relationships: set('relationships', 'relationship'),
    roles: collectRoles(child(model, 'relationships')),
    segments: set('segments', 'segment'),
    measures: set('measures', 'measure'),
    metrics: set('metrics', 'metric'),
  };
}

function collectRoles(relationships: Cursor): ModelNames['roles'] {
  return rolesOf(
    itemsOf(relationships).map((relationship) => ({
      role: textOf(child(relationship, 'role')),
      cardinality: textOf(child(relationship, 'cardinality')),
      from: entityAt(child(relationship, 'from')),
      to: entityAt(child(relationship, 'to')),
    })),
  );
}

function entityAt(end: Cursor): string {
  const [first = end] = itemsOf(end);
  return entityOfEnd(textOf(first) ?? '');
}

function collectSet(list: Cursor, nameKey: string, what: string, findings: Finding[]): ReadonlySet<string> {
  return new Set(collect(list, nameKey, what, findings, () => null).keys());
}

function collect<T>(
  list: Cursor,
  nameKey: string,
  what: string,
  findings: Finding[],
  inside: (item: Cursor) => T,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of itemsOf(list)) {
    const nameCursor = child(item, nameKey);
    const name = textOf(nameCursor);
    const value = inside(item);
    if (name === null) continue;
    if (found.has(name)) findings.push(findingAt(nameCursor, { code: 'duplicate-name', what, name }));
    else found.set(name, value);
  }
  return found;
}
