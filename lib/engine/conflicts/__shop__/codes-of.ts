import type { ConflictCode } from '../../plan';
import { planShop } from './plan-shop';
import { type Shop, shop } from './shop';

/** Everything that is in conflict, by its kind. */
export function codesOf(given: Shop): ConflictCode[] {
  return planShop(shop(given)).conflicts.map(({ code }) => code);
}
