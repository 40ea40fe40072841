import { joinWords } from '@/lib/base/join-words';
import { unreachable } from '@/lib/base/unreachable';
import type { ProvideRefusal } from '@/lib/model/edits/provide-attribute';

/** Why what was chosen cannot feed what was asked. */
export type CannotProvide =
  | ProvideRefusal
  /** No such entity, table, attribute or column. */
  | { code: 'not-there'; ref: string }
  /** Made from the provider itself, a consumer, or not published. */
  | { code: 'not-upstream'; ref: string }
  | { code: 'not-asked'; target: string }
  /** Nothing was said to identify a row. */
  | { code: 'no-grain'; entity: string };

/** The sentence for a choice that cannot be made, with what to do instead where there is something. */
export function describeCannotProvide(no: CannotProvide): string {
  switch (no.code) {
    case 'not-there':
      return `There is no ${no.ref}.`;
    case 'not-upstream':
      return `${no.ref} is made from this product, serves a decision or is not published: it cannot be read here.`;
    case 'not-asked':
      return `Nobody asks for ${no.target} here.`;
    case 'no-grain':
      return `Say what one row of ${no.entity} is: at least one field that identifies it.`;
    case 'join-missing':
      return `${no.input} is not read yet. Say by which keys it is joined.`;
    case 'join-impossible':
      return `${no.keys.length === 0 ? 'Nothing' : joinWords(no.keys)} cannot be a key: choose fields that have a plain origin.`;
    case 'join-multiplies':
      return `${joinWords(no.keys)} does not tell one row of ${no.input} from another (that takes ${joinWords(no.grain)}), so rows would be counted several times. Say how several rows become one value.`;
    default:
      return unreachable(no);
  }
}
