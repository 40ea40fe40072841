import type { CompiledEntity } from '../lineage/lineage';
import type { AttributeDemand, CauseSets } from './cause-sets';

/**
 * The needed attributes of one entity, in the order in which they were first needed. Held by their position in the entity:
 * all consumers together need hundreds of thousands. Names that the entity does not have stand behind the others.
 */
export class AttributeNeeds {
  /** Positions of what is needed. */
  readonly order: number[] = [];
  private readonly needs: (AttributeDemand | undefined)[];
  private strays: readonly string[] = NONE;

  constructor(
    private readonly entity: CompiledEntity | null,
    private readonly sets: CauseSets,
  ) {
    this.needs = new Array(this.known);
  }

  /** False where it is needed for all of that already. */
  add(name: string, added: AttributeDemand): boolean {
    return this.addAt(this.entity?.attributes.get(name)?.at ?? this.strayAt(name), added);
  }

  /** The same by its position. */
  addAt(at: number, added: AttributeDemand): boolean {
    const before = this.needs[at];
    if (before === added) return false;
    if (before === undefined) this.order.push(at);
    const after = before === undefined ? added : this.sets.join(before, added);
    this.needs[at] = after;
    return after !== before;
  }

  get(name: string): AttributeDemand | undefined {
    const at = this.entity?.attributes.get(name)?.at;
    if (at !== undefined) return this.needs[at];
    const stray = this.strays.indexOf(name);
    return stray < 0 ? undefined : this.needs[this.known + stray];
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  keys(): string[] {
    return this.order.map((at) => this.nameAt(at));
  }

  /** Equal texts for the same attributes of the same entity in the same order; shorter than their names. */
  spell(): string {
    return [...this.order, ...this.strays].join('\n');
  }

  entries(): [string, AttributeDemand][] {
    return this.order.map((at) => [this.nameAt(at), this.needAt(at)]);
  }

  nameAt(at: number): string {
    return this.entity?.names[at] ?? this.strays[at - this.known] ?? '';
  }

  /** Only for what is in the order. */
  needAt(at: number): AttributeDemand {
    return this.needs[at] ?? this.sets.of(0n, 0n);
  }

  isStray(at: number): boolean {
    return at >= this.known;
  }

  private get known(): number {
    return this.entity?.names.length ?? 0;
  }

  private strayAt(name: string): number {
    const at = this.strays.indexOf(name);
    if (at >= 0) return this.known + at;
    this.strays = [...this.strays, name];
    return this.known + this.strays.length - 1;
  }
}

const NONE: readonly string[] = [];
