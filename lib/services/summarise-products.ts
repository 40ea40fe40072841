import { groupBy } from '@/lib/base/group-by';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexModel } from '@/lib/model/model-index';
import type { AskState } from '@/lib/reviews/ask-state';
import { askStateOf } from '@/lib/reviews/asks';
import { type Organisation, organisationOf } from './organisation';
import type { ReadStore, StandingAsk, StoredProduct } from './store';

const WAITING: ReadonlySet<AskState> = new Set(['open', 'answering', 'deferred']);
const UNEASY: ReadonlySet<AskState> = new Set([...WAITING, 'declined', 'partly']);

export type ProductSummary = ReturnType<typeof summariseProduct>;

/** Some products of a workspace in a few words and numbers, in the order they are given. */
export async function summariseProducts(
  store: ReadStore,
  snapshot: WorkspaceSnapshot,
  products: readonly Product[],
): Promise<ProductSummary[]> {
  const keys = products.map(({ key }) => key);
  const rows = new Map((await store.products(keys)).map((row) => [row.key, row]));
  const standing = await store.standingAsks();
  const unmet = await store.unmetProducts(keys);
  const organisation = organisationOf(snapshot);
  return products.map((product) =>
    summariseProduct(product, rows.get(product.key) ?? null, {
      asked: standing.get(product.key) ?? [],
      isUnmet: unmet.has(product.key),
      organisation,
    }),
  );
}

type Asked = {
  /** What is asked of the product. */
  asked: readonly StandingAsk[];
  /** Something of it is not met, and nobody has agreed to meet it. */
  isUnmet: boolean;
  organisation: Organisation;
};

/** One product in a few words and numbers. */
export function summariseProduct(
  product: Product,
  row: StoredProduct | null,
  { asked, isUnmet, organisation: { domain, team } }: Asked,
) {
  const { key, name, alignment, status, description, build, promises, ports } = product;
  const { entity: entities, metric: metrics } = indexModel(product.model).byKind;
  const states = statesOf(asked);
  const isUneasy = states.some((state) => UNEASY.has(state));
  return {
    key,
    name,
    alignment,
    domain: domain(product.domain),
    owner: team(product.owner),
    status,
    description,
    build,
    promises,
    ports,
    version: row?.published?.number ?? null,
    hasDraft: row?.hasDraft ?? false,
    entities: entities.length,
    metrics: metrics.length,
    reliedOnBy: new Set(asked.map((ask) => ask.consumer)).size,
    asks: { open: states.filter((state) => WAITING.has(state)).length },
    health: healthOf(asked.length > 0, isUneasy || isUnmet),
  };
}

/** How many asks wait for an answer, and how many products ask. */
export function countStanding(asks: readonly StandingAsk[]): { open: number; reliedOnBy: number } {
  const open = statesOf(asks).filter((state) => WAITING.has(state)).length;
  return { open, reliedOnBy: new Set(asks.map(({ consumer }) => consumer)).size };
}

function statesOf(lines: readonly StandingAsk[]): AskState[] {
  const asks = groupBy(lines, ({ consumer, entity }) => JSON.stringify([consumer, entity]));
  return [...asks.values()].map((ask) => askStateOf(ask.map(({ state }) => state)));
}

function healthOf(isAsked: boolean, isUneasy: boolean): 'ok' | 'attention' | 'none' {
  if (!isAsked) return 'none';
  return isUneasy ? 'attention' : 'ok';
}
