import type { RecordId } from '@/lib/model/records';
import type { Box } from './box';

/** The address that opens the canvas with one thing selected and the part it stands in before one's eyes. */
export function linkTo(href: string, id: RecordId, sight: Box | null): string {
  const url = new URL(href);
  url.searchParams.delete('tab');
  url.searchParams.set('select', id);
  if (sight === null) url.searchParams.delete('at');
  else url.searchParams.set('at', [sight.x, sight.y, sight.width, sight.height].map(Math.round).join(','));
  return url.href;
}
