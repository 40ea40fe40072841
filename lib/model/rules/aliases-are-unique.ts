import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { ModelDocument } from '../records';
import { inputsOf } from '../scope';

/** Two inputs under one alias: nobody could say which of them `o.status` is. */
export function aliasesAreUnique(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.entity.flatMap((entity): Issue[] => {
    const aliases = inputsOf(entity).map(({ as }) => as);
    const repeated = new Set(aliases.filter((alias, at) => aliases.indexOf(alias) !== at));
    return [...repeated].map((alias) => ({ code: 'alias-collision', severity: 'error', at: entity.id, alias }));
  });
}
