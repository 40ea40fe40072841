/** What the board shows, as the address says it. */
export type LineageState = {
  domain: string | null;
  /** A product's key. */
  select: string | null;
  /** `from~to`. */
  edge: string | null;
  /** Only what touches the chosen product. */
  isOnlyPath: boolean;
  /** Only products that are asked for more than they give. */
  isOnlyTrouble: boolean;
};

export function readLineageState(params: URLSearchParams): LineageState {
  return {
    domain: params.get('domain') || null,
    select: params.get('select') || null,
    edge: params.get('edge') || null,
    isOnlyPath: params.get('only') === 'path',
    isOnlyTrouble: params.get('only') === 'trouble',
  };
}

export const edgeId = (edge: { from: string; to: string }) => `${edge.from}~${edge.to}`;
