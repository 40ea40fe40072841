import { type CauseSet, join } from './demand';

/** Which causes need an attribute, and which of them its value. Equal ones of one demand are one object. */
export type AttributeDemand = { readonly number: number; readonly causes: CauseSet; readonly direct: CauseSet };

/**
 * The sets of causes that occur in one demand. There are a handful for thousands of attributes, so what two of them come to
 * together is worked out once for the two, and an attribute that is needed again for the same reasons is told by identity.
 */
export class CauseSets {
  private readonly known = new Map<CauseSet, Map<CauseSet, AttributeDemand>>();
  /** By the numbers of the two. */
  private readonly joined: AttributeDemand[][] = [];

  of(causes: CauseSet, direct: CauseSet): AttributeDemand {
    const byDirect = this.known.get(causes) ?? new Map<CauseSet, AttributeDemand>();
    this.known.set(causes, byDirect);
    const before = byDirect.get(direct);
    if (before) return before;
    const made = { number: this.joined.length, causes, direct };
    this.joined.push([]);
    byDirect.set(direct, made);
    return made;
  }

  join(a: AttributeDemand, b: AttributeDemand): AttributeDemand {
    if (a === b) return a;
    const withA = this.joined[a.number];
    const before = withA?.[b.number];
    if (before) return before;
    const made = this.of(join(a.causes, b.causes), join(a.direct, b.direct));
    if (withA) withA[b.number] = made;
    return made;
  }
}
