import { aggregatesIn } from '@/lib/sql/columns';
import { printExpression } from '@/lib/sql/print';
import { sameExpression } from '@/lib/sql/rewrite';
import type { Column, Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';
import { parsedAt } from '../expressions';
import type { Issue } from '../issue';
import { attributesIn, indexModel, recordOf } from '../model-index';
import type { EntityRecord, ModelDocument } from '../records';

/**
 * Where rows are grouped, what is grouped by is read from one row and must not aggregate, and everything else must:
 * every column outside an aggregate has to be one of the group's own, else the group holds many values of it.
 */
export function groupsAggregate(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.entity.flatMap((entity) => {
    const keys = entity.derivation?.groupBy ?? [];
    return keys.length === 0
      ? []
      : [...aggregatedKeys(document, entity, keys), ...looseColumns(document, entity, keys)];
  });
}

function aggregatedKeys(document: ModelDocument, entity: EntityRecord, keys: readonly string[]): Issue[] {
  return keys.flatMap((id): Issue[] => {
    const key = recordOf(document, 'attribute', id);
    const tree = key && parsedAt(key, { in: 'expression' });
    const [aggregate] = tree ? aggregatesIn(tree) : [];
    if (key === null || aggregate === undefined) return [];
    const facts = { code: 'aggregate-in-group-key' as const, entityId: entity.id, aggregate: aggregate.name };
    return [{ severity: 'error', at: key.id, ...facts }];
  });
}

function looseColumns(document: ModelDocument, entity: EntityRecord, keys: readonly string[]): Issue[] {
  const keyTrees = keys.flatMap((id) => {
    const key = recordOf(document, 'attribute', id);
    return (key && parsedAt(key, { in: 'expression' })) ?? [];
  });
  return attributesIn(document, entity.id).flatMap((attribute): Issue[] => {
    const tree = keys.includes(attribute.id) ? null : parsedAt(attribute, { in: 'expression' });
    const [loose] = tree ? columnsOutside(tree, keyTrees).filter(({ qualifier }) => qualifier !== null) : [];
    if (loose === undefined) return [];
    const column = printExpression(loose);
    return [{ code: 'aggregate-missing', severity: 'error', at: attribute.id, place: { in: 'expression' }, column }];
  });
}

/** The columns of an expression that stand in no aggregate and in no group key. */
function columnsOutside(tree: Expression, keys: readonly Expression[]): Column[] {
  if (tree.kind === 'aggregate' || keys.some((key) => sameExpression(key, tree))) return [];
  return tree.kind === 'column' ? [tree] : childrenOf(tree).flatMap((child) => columnsOutside(child, keys));
}
