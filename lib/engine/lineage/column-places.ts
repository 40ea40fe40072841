import { entityReads, type InputColumn } from './entity-reads';
import { keepWhileSame } from './keep-while-same';
import type { CompiledEntity } from './lineage';

/**
 * What each attribute of an entity reads of other entities, as pairs: which input, and the position of the attribute there.
 * Needs are carried along these hundreds of thousands of times, and a number is found faster than a name. Null where a
 * table is read, or something the input does not have: those go by name.
 */
export const columnPlaces = keepWhileSame((lineage, entity: CompiledEntity) => {
  const inputs = (entity.derivation?.inputs ?? []).map(({ kind, ref }) =>
    kind === 'entity' ? lineage.entity(ref) : null,
  );
  const placesOf = (columns: readonly InputColumn[]): readonly number[] | null => {
    const places = columns.flatMap(({ at, name }) => {
      const position = inputs[at]?.attributes.get(name)?.at;
      return position === undefined ? [] : [at, position];
    });
    return places.length === 2 * columns.length ? places : null;
  };
  return entityReads(entity).attributes.map((reads) => placesOf(reads?.columns ?? []));
});
