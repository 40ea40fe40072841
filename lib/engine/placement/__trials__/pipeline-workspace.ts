import { readWorkspace } from '@/lib/catalog/read-workspace';
import { compileLineage } from '../../lineage/compile-lineage';
import type { Lineage } from '../../lineage/lineage';
import { type Pipeline, TABLES } from './draw-pipeline';

/** The drawn pipeline as the engine sees it. */
export function lineageOf({ entities }: Pipeline): Lineage {
  const file = {
    headwater: 1,
    workspace: { name: 'Trial' },
    sources: [
      {
        key: 'db',
        tables: (['a', 'b'] as const).map((name) => ({
          name,
          rows: 3,
          bytes: 100,
          key: [name === 'a' ? 'id' : 'k'],
          columns: TABLES[name],
        })),
      },
    ],
    products: [...new Set(entities.map(({ product }) => product))].map((product) => ({
      key: product,
      model: {
        entities: entities
          .filter((entity) => entity.product === product)
          .map(({ key, grain, from, joins, where, groupBy, attributes }) => ({
            key,
            grain,
            from,
            joins,
            ...(where === null ? {} : { where }),
            groupBy,
            attributes: attributes.map(({ name, type, expression }) => ({ key: name, type, expression })),
          })),
      },
    })),
  };
  const read = readWorkspace(JSON.stringify(file), { format: 'json' });
  if (!read.ok) throw new Error(read.error.map(({ words }) => words).join('\n'));
  return compileLineage(read.value);
}
