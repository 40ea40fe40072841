import type { Product } from '@/lib/catalog/snapshot';
import type { Demand } from './demand';
import type { WorkspaceView } from './view';

/** The products that a product's needed entities read, itself never among them. */
export function upstreamOf(demands: readonly Demand[], product: string): string[] {
  const found = new Set<string>();
  for (const { entities } of demands) {
    for (const { view, live, wished } of entities.values()) {
      if (view.product !== product) continue;
      const refs = [...live.flatMap(({ isTable, ref }) => (isTable ? [] : [ref])), ...wished];
      for (const ref of refs) {
        const other = ref.slice(0, ref.indexOf('.'));
        if (other !== product) found.add(other);
      }
    }
  }
  return [...found].sort();
}

/** Everything a product's needed entities come down to, itself not among it. */
export function allAbove(demand: Demand, key: string): Set<string> {
  const found = new Set<string>();
  const visit = (at: string) => {
    for (const input of upstreamOf([demand], at)) {
      if (found.has(input)) continue;
      found.add(input);
      visit(input);
    }
  };
  visit(key);
  return found;
}

export function everyOf({ build }: Product): number {
  return build.mode === 'scheduled' ? build.everyMinutes : 0;
}
export function takesOf({ build }: Product): number {
  return build.mode === 'virtual' ? 0 : build.takesMinutes;
}

/** A source is as fresh as it promises; every other product waits, builds, and is as old as its oldest input. */
export function freshnessSupply(view: WorkspaceView, demands: readonly Demand[], key: string): number | null {
  const product = view.products.get(key);
  if (!product) return null;
  if (product.alignment === 'source') return product.promises.freshnessMinutes ?? null;
  const inputs = upstreamOf(demands, key).map((input) => freshnessSupply(view, demands, input));
  const known = inputs.filter((age) => age !== null);
  if (known.length < inputs.length || !isBound(demands, key)) return null;
  return everyOf(product) + takesOf(product) + Math.max(0, ...known);
}

/** Nothing is known of how old a wish would be, nor of a product that is needed for nothing. */
function isBound(demands: readonly Demand[], key: string): boolean {
  const needed = demands.flatMap(({ entities }) => [...entities.values()]);
  const own = needed.filter(({ view }) => view.product === key);
  const isWished = needed.some(({ wished }) => wished.some((ref) => ref.startsWith(`${key}.`)));
  return own.length > 0 && !isWished && own.every(({ view }) => view.record.derivation !== null);
}

/** A deadline is promised, or it is what the last input leaves after the build; minutes after midnight. */
export function deadlineSupply(view: WorkspaceView, demands: readonly Demand[], key: string): number | null {
  const product = view.products.get(key);
  if (!product) return null;
  const [hours, minutes] = (product.promises.deadline ?? '').split(':');
  if (hours !== undefined && minutes !== undefined) return Number(hours) * 60 + Number(minutes);
  const inputs = upstreamOf(demands, key).map((input) => deadlineSupply(view, demands, input));
  const known = inputs.filter((at) => at !== null);
  return known.length === 0 || known.length < inputs.length ? null : Math.max(...known) + takesOf(product);
}

/** No source is ready before it closes, and nothing made of it before it is built; endless where nobody says when. */
export function earliestDeadline(view: WorkspaceView, demands: readonly Demand[], key: string): number {
  const product = view.products.get(key);
  if (!product) return Number.NEGATIVE_INFINITY;
  if (product.alignment === 'source')
    return product.promises.deadline ? (deadlineSupply(view, demands, key) ?? 0) : Number.NEGATIVE_INFINITY;
  return (
    takesOf(product) +
    Math.max(
      Number.NEGATIVE_INFINITY,
      ...upstreamOf(demands, key).map((input) => earliestDeadline(view, demands, input)),
    )
  );
}

export function freshnessBest(view: WorkspaceView, demands: readonly Demand[], key: string): number {
  const product = view.products.get(key);
  if (!product) return 0;
  const own = everyOf(product) + takesOf(product);
  if (product.alignment === 'source') return Math.min(product.promises.freshnessMinutes ?? own, own);
  return own + Math.max(0, ...upstreamOf(demands, key).map((input) => freshnessBest(view, demands, input)));
}

/** Everything a product asks while somebody waits: its inputs while it is virtual, and theirs while they are. */
export function runtimeAncestors(view: WorkspaceView, demands: readonly Demand[], key: string): Set<string> {
  const found = new Set<string>();
  const visit = (at: string) => {
    if (view.products.get(at)?.build.mode !== 'virtual') return;
    for (const input of upstreamOf(demands, at)) {
      found.add(input);
      visit(input);
    }
  };
  visit(key);
  return found;
}

export function availabilitySupply(view: WorkspaceView, demands: readonly Demand[], key: string): number | null {
  const promise = view.products.get(key)?.promises.availability;
  if (promise !== undefined) return promise;
  const inputs = upstreamOf(demands, key);
  if (view.products.get(key)?.build.mode !== 'virtual' || inputs.length === 0) return null;
  let product = 1;
  for (const ancestor of covering(view, demands, key)) {
    const own = view.products.get(ancestor)?.promises.availability;
    if (own === undefined) return null;
    product *= own;
  }
  return product;
}

/** The unique runtime ancestors whose promises together say how available an unpromising product is. */
function covering(view: WorkspaceView, demands: readonly Demand[], key: string): Set<string> {
  const found = new Set<string>();
  const visit = (at: string) => {
    for (const input of upstreamOf(demands, at)) {
      const product = view.products.get(input);
      const isLookedThrough = product?.promises.availability === undefined && product?.build.mode === 'virtual';
      if (isLookedThrough && upstreamOf(demands, input).length > 0) visit(input);
      else found.add(input);
    }
  };
  visit(key);
  return found;
}

/** Error budgets add over `from` and the inner-joined entities. No promise speaks of rows that are not there yet. */
export function completenessSupply(view: WorkspaceView, demands: readonly Demand[], entity: string): number | null {
  if (isOnlyWished(demands, entity)) return null;
  const promise = view.products.get(entity.slice(0, entity.indexOf('.')))?.promises.completeness;
  if (promise !== undefined) return promise;
  const live = demands.flatMap(({ entities }) => entities.get(entity)?.live ?? []);
  const unique = new Map(live.map((input) => [input.as, input]));
  const counted = [...unique.values()].filter(({ isTable, join }) => !isTable && join !== 'left');
  if (counted.length === 0) return null;
  let lost = 0;
  for (const { ref } of counted) {
    const supply = completenessSupply(view, demands, ref);
    if (supply === null) return null;
    lost += 1 - supply;
  }
  return Math.max(0, 1 - lost);
}

export function historySupply(view: WorkspaceView, demands: readonly Demand[], entity: string): number | null {
  if (isOnlyWished(demands, entity)) return null;
  const promise = view.products.get(entity.slice(0, entity.indexOf('.')))?.promises.historyDays;
  if (promise !== undefined) return promise;
  const live = demands.flatMap(({ entities }) => entities.get(entity)?.live ?? []).filter(({ isTable }) => !isTable);
  const inputs = live.map(({ ref }) => historySupply(view, demands, ref));
  const known = inputs.filter((days) => days !== null);
  return known.length === 0 || known.length < inputs.length ? null : Math.min(...known);
}

function isOnlyWished(demands: readonly Demand[], entity: string): boolean {
  return demands.some(({ entities }) => [...entities.values()].some(({ wished }) => wished.includes(entity)));
}
