import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import { isNamed } from '../names';
import type { ModelDocument } from '../records';

/** Names are written in expressions and files: a dot would read as a path, a quote would end the name. */
export function namesAreUsable(document: ModelDocument): Issue[] {
  const issues: Issue[] = [];
  for (const records of Object.values(indexModel(document).byKind))
    for (const record of records)
      if (isNamed(record) && !isUsable(record.name))
        issues.push({ code: 'unusable-name', severity: 'error', at: record.id, name: record.name });
  return issues;
}

const PLAIN = /^\w+$/;

/** True for a name that can be written wherever names are. */
export function isUsable(name: string): boolean {
  return PLAIN.test(name) || (name !== '' && name === name.trim() && !/[."\p{C}]/u.test(name));
}
