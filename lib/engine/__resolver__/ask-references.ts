import { recordsOf } from '@/lib/model/records';
import type { Demand } from './demand';
import { hopsUsed } from './find-uses';
import { type KindRows, kindRow, together } from './kind-row';
import { copyOf, entityOf, keepsEveryRow, productOf, skipBelow } from './reads';
import { rowsOf } from './rows';
import type { WorkspaceView } from './view';
import { type Hop, hopsOf } from './ways';

/** Where a side of a relationship stands, how its keys are called there, whether rows were lost since, or are not the same ones. */
type Stand = { ref: string; keys: string[]; isOther: boolean; isThinned: boolean };

/**
 * No orphans beyond what is stated of a relationship, none where nothing is: of every one that is used and not optional.
 * What is stated of one says nothing of another, even over the same keys: the strictest of the two stands.
 */
export function askReferences(view: WorkspaceView, demand: Demand): KindRows {
  const product = view.products.get(demand.consumer);
  if (!product) return { rows: [], skipped: [] };
  const relationships = recordsOf(product.model, 'relationship');
  const used = hopsUsed(product);
  const isOptional = (hop: Hop) => relationships.find(({ name }) => name === hop.relationship)?.optional ?? true;
  const stated = recordsOf(product.model, 'expectation').flatMap(({ onId, rule }) => {
    const on = onId === null ? undefined : product.model.records[onId];
    if (rule.rule !== 'reference' || on?.kind !== 'relationship') return [];
    const [hop] = hopsOf(product).filter(({ relationship }) => relationship === on.name);
    return hop ? [{ hop, maxOrphans: rule.maxOrphans ?? 0 }] : [];
  });
  // A one-to-one refers as it is drawn, whichever way a metric goes along it.
  const generated = hopsOf(product)
    .filter((hop, index, all) => all.findIndex(({ relationship }) => relationship === hop.relationship) === index)
    .filter((hop) => used.some(({ relationship }) => relationship === hop.relationship) && !isOptional(hop))
    .filter((hop) => !stated.some((one) => one.hop.relationship === hop.relationship))
    .map((hop) => ({ hop, ...placed(view, demand, hop, 0) }));
  // Where only some of the counterparts count, a row without one may have one that nobody needs.
  const usual = generated.filter(
    ({ hop, rows }) =>
      rowsOf(demand, `${demand.consumer}.${hop.to}`) === null ||
      rows.every(({ product: at, value }) => isAskedWhole(demand, at, value)),
  );
  return together([...stated.map(({ hop, maxOrphans }) => placed(view, demand, hop, maxOrphans)), ...usual]);
}

function isAskedWhole(demand: Demand, product: string, value: unknown): boolean {
  const to = value !== null && typeof value === 'object' && 'to' in value ? String(value.to) : '';
  return rowsOf(demand, `${product}.${to}`) === null;
}

function placed(view: WorkspaceView, demand: Demand, hop: Hop, maxOrphans: number): KindRows {
  const many = standsOf(view, demand, `${demand.consumer}.${hop.from}`, hop.fromKeys);
  const one = standsOf(view, demand, `${demand.consumer}.${hop.to}`, hop.toKeys);
  const open = {
    rows: [],
    skipped: [hop.from, hop.to].flatMap((name) => skipBelow(demand, `${demand.consumer}.${name}`, 'reference', '')),
  };
  if (many === 'open' || one === 'open') return open;
  const pairs = many.flatMap((left) =>
    one
      .filter((right) => productOf(left.ref) === productOf(right.ref))
      // The same field of the same rows always finds itself.
      .filter((right) => left.ref !== right.ref || left.keys.join() !== right.keys.join())
      .map((right) => ({ left, right })),
  );
  const upstream = pairs.filter(({ left }) => productOf(left.ref) !== demand.consumer);
  const [furthest] = upstream.filter(({ right }) => !right.isThinned).slice(-1);
  // Within that product the nearer of its entities is as good.
  const whole = upstream.find(({ left, right }) => left === furthest?.left && !right.isThinned);
  if (!whole) return open;
  const { left, right } = whole;
  return {
    rows: [
      kindRow({
        product: productOf(left.ref),
        target: entityOf(left.ref),
        kind: 'reference',
        rule: `${left.keys.join(', ')} → ${entityOf(right.ref)}`,
        value: { keys: left.keys, to: entityOf(right.ref), maxOrphans },
        approximate: left.isOther && maxOrphans > 0,
      }),
    ],
    skipped: [],
  };
}

/** From the consumer to the left, along plain copies of the keys; open where they come from more than one place. */
function standsOf(view: WorkspaceView, demand: Demand, start: string, startKeys: string[]): Stand[] | 'open' {
  const stands: Stand[] = [{ ref: start, keys: startKeys, isOther: false, isThinned: false }];
  for (;;) {
    const last = stands.at(-1);
    const needed = last && demand.entities.get(last.ref);
    if (!last || !needed) return stands;
    const copies = last.keys.map((name) => copyOf(needed, name));
    const inputs = [...new Set(copies.map((copy) => copy?.input ?? null))];
    const [input] = inputs;
    if (input === undefined || input === null || inputs.length > 1) return 'open';
    if (needed.view.groupBy.length > 0 || input.join !== 'from') return 'open';
    if (input.isTable) return stands;
    const isThinned = last.isThinned || needed.view.where !== null || needed.live.some(({ join }) => join === 'inner');
    const isOther = last.isOther || !keepsEveryRow(view, needed);
    stands.push({ ref: input.ref, keys: copies.flatMap((copy) => copy?.name ?? []), isOther, isThinned });
  }
}
