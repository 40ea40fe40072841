import type { ProductPage } from '@/lib/api/product-page';
import { describeDays } from '@/lib/base/describe-days';
import type { Vocabulary } from '@/lib/model/vocabulary';

/** Whom it has promised to tell of a breaking change, and how long before. */
export function describeNotices(notices: ProductPage['notices'], vocabulary: Vocabulary): string {
  const isPlain = vocabulary === 'plain';
  const each = notices.map(({ reader, days }) => {
    const time = describeDays(days);
    return isPlain ? `${time} ahead to ${reader.name}` : `${time} with ${reader.name}`;
  });
  return `${isPlain ? 'Says what will change, as agreed' : 'Notice of breaking changes agreed'}: ${each.join(', ')}`;
}
