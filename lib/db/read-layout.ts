import { EMPTY_LAYOUT, Layout } from '@/lib/model/layout';

/** A canvas as its column holds it; one nobody can read is an empty one, because only places are lost. */
export function readLayout(column: unknown): Layout {
  const parsed = Layout.safeParse(column);
  return parsed.success ? parsed.data : EMPTY_LAYOUT;
}
