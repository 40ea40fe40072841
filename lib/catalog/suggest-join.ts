import type { JoinKey } from '@/lib/model/edits/add-join';
import type { AttributeRecord } from '@/lib/model/records';
import { compareNaming } from './naming';

type Side = Pick<AttributeRecord, 'name' | 'label' | 'synonyms' | 'type' | 'role'>;

/**
 * Keys by which an entity could read another: what both call the same and hold in the same type, where the other side
 * takes it for a key. An exact name comes before a label or a synonym, and each side is used once; the order is that of
 * the other side's key. Empty when nothing fits, because a join is not to be guessed from types alone.
 */
export function suggestJoin(
  own: readonly (Side & { expression: string | null })[],
  other: { grain: readonly string[]; attributes: readonly Side[] },
): JoinKey[] {
  const isKey = ({ name, role }: Side) => other.grain.includes(name) || role === 'identifier';
  const used = new Set<string>();
  const rank = ({ name }: Side) => {
    const at = other.grain.indexOf(name);
    return at === -1 ? other.grain.length : at;
  };
  const wanted = [...other.attributes.filter(isKey)].sort((a, b) => rank(a) - rank(b));
  return wanted.flatMap((attribute): JoinKey[] => {
    const fitting = own.filter((one) => one.expression !== null && one.type === attribute.type && !used.has(one.name));
    const match =
      fitting.find(({ name }) => name === attribute.name) ??
      fitting.find((one) => one.role === 'identifier' && compareNaming(one, attribute)?.how === 'same');
    if (!match) return [];
    used.add(match.name);
    return [{ own: match.name, other: attribute.name }];
  });
}
