import { verdictRank } from '@/components/catalog/verdict';
import type { FieldTrace, Lineage, LineageEdge, LineageProduct } from '@/lib/api/lineage';
import type { Verdict } from '@/lib/engine/plan';
import type { LineageState } from './lineage-state';
import { stepsFrom } from './trace';
import type { VisibleLineage } from './visible-lineage';

export type ImpactRow = {
  product: LineageProduct;
  /** Away from the chosen product: below nought towards the sources, above nought towards the decisions. */
  steps: number | null;
  /** Fields of it on the path of the chosen field, or how many cross towards the chosen product. */
  fields: readonly string[];
  fieldCount: number;
  verdict: Verdict | null;
  slackMinutes: number | null;
};

/** The board in rows: of a chosen product or field all it touches, however far; else whatever the filters leave. */
export function impactRows(
  { products, edges }: Lineage,
  visible: VisibleLineage,
  { select }: LineageState,
  trace: FieldTrace | null,
): ImpactRow[] {
  const up = select === null ? null : stepsFrom(edges, select, 'up');
  const down = select === null ? null : stepsFrom(edges, select, 'down');
  const traced = trace && new Set(trace.fields.map(({ product }) => product));
  const shown = new Set(visible.products.map(({ key }) => key));
  const isMeant = (key: string) =>
    traced ? traced.has(key) : up && down ? up.has(key) || down.has(key) : shown.has(key);
  const rows = products
    .filter(({ key }) => isMeant(key))
    .map((product): ImpactRow => {
      const { key } = product;
      const before = up?.get(key) ?? 0;
      const isUp = before > 0;
      const steps = down === null ? null : isUp ? -before : (down.get(key) ?? 0);
      const into = edges.filter(({ from, to }) => to === key && (down?.has(from) ?? true));
      const out = edges.filter(({ from, to }) => from === key && (up?.has(to) ?? true));
      const crossing = select === null ? (out.length > 0 ? out : into) : isUp ? out : key === select ? [] : into;
      const fields = trace?.fields.filter((one) => one.product === key).map(({ label }) => label) ?? [];
      return {
        product,
        steps,
        fields,
        fieldCount: trace ? fields.length : crossing.reduce((sum, { attributes }) => sum + attributes, 0),
        verdict: worstOf(crossing),
        slackMinutes: leastSlack(crossing),
      };
    });
  return rows.sort((a, b) => (a.steps ?? 0) - (b.steps ?? 0));
}

function leastSlack(edges: readonly LineageEdge[]): number | null {
  const known = edges.flatMap(({ slackMinutes }) => slackMinutes ?? []);
  return known.length === 0 ? null : Math.min(...known);
}

function worstOf(edges: readonly LineageEdge[]): Verdict | null {
  const known = edges.flatMap(({ verdict }) => verdict ?? []);
  return known.sort((a, b) => verdictRank(a) - verdictRank(b))[0] ?? null;
}
