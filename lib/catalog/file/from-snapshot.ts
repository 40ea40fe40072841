import type { Build, Contract, Product, SourceColumn, WorkspaceSnapshot } from '../snapshot';
import { listOrAbsent, orAbsent, unless } from './absent';
import { alignmentOfKey } from './alignment-of-key';
import type { FilePolicyInput, FileProductInput, WorkspaceFileInput } from './file-schema';
import { fromModel } from './from-model';
import type { Unwritable } from './unwritable';

/** A snapshot as a file says it, defaults left out, and what of it cannot be said. */
export function fromSnapshot(snapshot: WorkspaceSnapshot): { file: WorkspaceFileInput; unwritable: Unwritable[] } {
  const { name, currency, timezone, sloOwnShare, locale } = snapshot.workspace;
  const products = snapshot.products.map(fromProduct);
  const file: WorkspaceFileInput = {
    headwater: 1,
    workspace: {
      name,
      currency: orAbsent(currency),
      timezone: unless(timezone, 'UTC'),
      locale: orAbsent(locale),
      sloOwnShare: unless(sloOwnShare, 0.2),
    },
    domains: listOrAbsent(snapshot.domains),
    teams: listOrAbsent(snapshot.teams.map((team) => ({ ...team, domain: orAbsent(team.domain) }))),
    prices: orAbsent(snapshot.prices),
    sources: listOrAbsent(snapshot.sources.map(fromSource)),
    policies: listOrAbsent(snapshot.policies.map(fromPolicy)),
    products: listOrAbsent(products.map((product) => product.file)),
    contracts: listOrAbsent(snapshot.contracts.map(fromContract)),
  };
  return { file, unwritable: products.flatMap((product) => product.unwritable) };
}

function fromSource({ key, name, kind, tables }: WorkspaceSnapshot['sources'][number]) {
  return {
    key,
    name: orAbsent(name),
    kind: orAbsent(kind),
    tables: tables.map((table) => ({
      name: table.name,
      rows: table.rows,
      bytes: table.bytes,
      key: listOrAbsent(table.key),
      history: unless(table.history, 'appends'),
      columns: table.columns.map(fromColumn),
    })),
  };
}

function fromColumn({ name, type, bytes, nulls, distinct, classification }: SourceColumn) {
  return {
    name,
    type,
    bytes: orAbsent(bytes),
    nulls: unless(nulls, 0),
    distinct: orAbsent(distinct),
    classification: orAbsent(classification),
  };
}

function fromPolicy({ key, applies, requires }: WorkspaceSnapshot['policies'][number]): FilePolicyInput {
  const isEverywhere = Object.values(applies).every((list) => list === undefined);
  return { key, applies: isEverywhere ? undefined : applies, requires };
}

function fromContract({ consumer, product, port, version, noticeDays }: Contract) {
  return {
    consumer,
    product,
    port: orAbsent(port),
    version: unless(version, '1.0.0'),
    noticeDays: orAbsent(noticeDays),
  };
}

function fromProduct(product: Product): { file: FileProductInput; unwritable: Unwritable[] } {
  const { key, model } = product;
  const { file, unwritable } = fromModel(model);
  const isEmpty = Object.keys(model.records).length === 0;
  return {
    file: {
      key,
      name: unless(product.name, key),
      alignment: unless(product.alignment, alignmentOfKey(key) ?? undefined),
      domain: orAbsent(product.domain),
      owner: orAbsent(product.owner),
      description: orAbsent(product.description),
      layer: orAbsent(product.layer),
      status: unless(product.status, 'published'),
      build: fromBuild(product.build),
      promises: Object.values(product.promises).every((promise) => promise === undefined)
        ? undefined
        : product.promises,
      ports: listOrAbsent(product.ports),
      useCase: orAbsent(product.useCase),
      goodFor: orAbsent(product.goodFor),
      notFor: orAbsent(product.notFor),
      model: isEmpty ? undefined : file,
    },
    unwritable: unwritable.map((record) => ({ product: key, ...record })),
  };
}

function fromBuild(build: Build): FileProductInput['build'] {
  switch (build.mode) {
    case 'virtual':
      return undefined;
    case 'scheduled':
      return { mode: build.mode, everyMinutes: build.everyMinutes, takesMinutes: unless(build.takesMinutes, 0) };
    case 'streaming':
      return { mode: build.mode, takesMinutes: unless(build.takesMinutes, 0) };
  }
}
