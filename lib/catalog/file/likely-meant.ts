import { nearestName } from '@/lib/sql/nearest-name';

const COMPARED_MIN = 3;
const COMPARED_MAX = 60;

/** The known name that was likely meant. Of a letter or two anything is near, and nobody slips in a text of a page. */
export function likelyMeant(written: string, known: Iterable<string>): string | null {
  if (written.length < COMPARED_MIN || written.length > COMPARED_MAX) return null;
  return nearestName(written, known);
}
