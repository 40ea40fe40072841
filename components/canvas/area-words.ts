import type { Area } from '@/lib/model/area';
import { recordAt } from '@/lib/model/model-index';
import type { ModelDocument } from '@/lib/model/records';

/** How much is in an area, as people count it: "4 entities, 1 metric". */
export function areaWords(document: ModelDocument, { members }: Pick<Area, 'members'>): string {
  const kinds = members.map((id) => recordAt(document, id)?.kind);
  const count = (kind: 'entity' | 'metric', one: string, several: string) => {
    const found = kinds.filter((each) => each === kind).length;
    return found === 0 ? [] : [`${found} ${found === 1 ? one : several}`];
  };
  return [...count('entity', 'entity', 'entities'), ...count('metric', 'metric', 'metrics')].join(', ');
}
