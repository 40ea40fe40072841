import type { AskedRow } from './asked-row';

/** Rows of one product that are the same requirement, in the order in which the first of each came. */
export class RowGroups {
  readonly all: AskedRow[][] = [];
  private readonly byTarget = new Map<string | null, AskedRow[][]>();
  private readonly kinds = new Set<AskedRow['kind']>();

  add(row: AskedRow): void {
    this.kinds.add(row.kind);
    const group = this.find(row);
    if (group) {
      group.push(row);
      return;
    }
    const made = [row];
    this.all.push(made);
    const beside = this.byTarget.get(row.target);
    if (beside) beside.push(made);
    else this.byTarget.set(row.target, [made]);
  }

  /** Few kinds and rules stand on one target, so they are looked through. Of most products nobody asks structure in a row. */
  find({ target, kind, rule }: Pick<AskedRow, 'target' | 'kind' | 'rule'>): AskedRow[] | undefined {
    if (!this.kinds.has(kind)) return undefined;
    const beside = this.byTarget.get(target);
    for (let at = 0; beside && at < beside.length; at++) {
      const first = beside[at]?.[0];
      if (first?.kind === kind && first.rule === rule) return beside[at];
    }
    return undefined;
  }
}
