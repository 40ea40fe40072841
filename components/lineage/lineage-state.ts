/** How far from the chosen product the board shows: so many steps, its whole path, or everything. */
export type Reach = 1 | 2 | 'path' | 'all';
/** A side of a product that was opened beyond that: its inputs, or its readers. */
export type Opened = { product: string; side: 'up' | 'down' };

/** What the board shows, as the address says it. */
export type LineageState = {
  domain: string | null;
  /** A product's key. */
  select: string | null;
  /** `from~to`. */
  edge: string | null;
  /** `entity.attribute` of the chosen product: only its path is shown. */
  field: string | null;
  reach: Reach;
  opened: readonly Opened[];
  /** Only products that are asked for more than they give. */
  isOnlyTrouble: boolean;
  view: 'board' | 'table';
};

/** More cards than a person reads at once: then a chosen product shows its neighbours first. */
export const READABLE_MAX = 60;

export function readLineageState(params: URLSearchParams, productCount = 0): LineageState {
  const select = params.get('select') || null;
  return {
    domain: params.get('domain') || null,
    select,
    edge: params.get('edge') || null,
    field: (select !== null && params.get('field')) || null,
    reach: readReach(params.get('reach')) ?? (productCount > READABLE_MAX ? 1 : 'all'),
    opened: (params.get('open') ?? '').split(',').flatMap(readOpened),
    isOnlyTrouble: params.get('only') === 'trouble',
    view: params.get('view') === 'table' ? 'table' : 'board',
  };
}

function readReach(text: string | null): Reach | null {
  if (text === '1' || text === '2') return text === '1' ? 1 : 2;
  return text === 'path' || text === 'all' ? text : null;
}

function readOpened(text: string): Opened[] {
  const [side, product] = text.split(':', 2);
  return (side === 'up' || side === 'down') && product ? [{ side, product }] : [];
}

/** The same, as the address says it. */
export function writeOpened(opened: readonly Opened[]): string {
  return opened.map(({ side, product }) => `${side}:${product}`).join(',');
}

export const edgeId = (edge: { from: string; to: string }) => `${edge.from}~${edge.to}`;
