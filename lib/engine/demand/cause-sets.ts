import { type CauseSet, join } from './demand';

/** Which causes need an attribute, and which of them its value. Equal ones of one demand are one object. */
export type AttributeDemand = { readonly causes: CauseSet; readonly direct: CauseSet };

/**
 * The sets of causes that occur in one demand. There are a handful for thousands of attributes, so what two of them come to
 * together is worked out once for the two, and an attribute that is needed again for the same reasons is told by identity.
 */
export class CauseSets {
  private readonly known = new Map<CauseSet, Map<CauseSet, AttributeDemand>>();
  private readonly joined = new Map<AttributeDemand, Map<AttributeDemand, AttributeDemand>>();

  of(causes: CauseSet, direct: CauseSet): AttributeDemand {
    const byDirect = this.known.get(causes) ?? new Map<CauseSet, AttributeDemand>();
    this.known.set(causes, byDirect);
    const before = byDirect.get(direct);
    if (before) return before;
    const made = { causes, direct };
    byDirect.set(direct, made);
    return made;
  }

  join(a: AttributeDemand, b: AttributeDemand): AttributeDemand {
    if (a === b) return a;
    const withA = this.joined.get(a) ?? new Map<AttributeDemand, AttributeDemand>();
    this.joined.set(a, withA);
    const before = withA.get(b);
    if (before) return before;
    const made = this.of(join(a.causes, b.causes), join(a.direct, b.direct));
    withA.set(b, made);
    return made;
  }
}
