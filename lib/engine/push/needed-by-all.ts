import { compareText } from '@/lib/base/compare-text';
import type { Classification } from '@/lib/model/records';
import { strictestClass } from '../supply/find-classifications';
import type { NeededUpstream } from './house-rules';
import type { PlannedConsumer } from './plan-one';

/** Who reads whom for anybody; a join that lives for one of them may be dropped for another. */
export function edgesOfAll(planned: readonly PlannedConsumer[]): Map<string, readonly string[]> {
  const edges = new Map<string, readonly string[]>();
  for (const { demand } of planned)
    for (const [ref, inputs] of demand.edges) {
      const known = edges.get(ref);
      if (!known) edges.set(ref, new Set(inputs).size === inputs.length ? inputs : [...new Set(inputs)]);
      else if (known !== inputs && inputs.some((input) => !known.includes(input)))
        edges.set(ref, [...new Set([...known, ...inputs])]);
    }
  return edges;
}

/** Fields are gathered only where house rules may speak of them: there may be a hundred thousand. */
export function neededUpstream(planned: readonly PlannedConsumer[], isRuled: boolean): NeededUpstream {
  const products = new Set<string>();
  const attributes = new Map<string, Set<string>>();
  const consumers = new Map<string, string[]>();
  const classified = new Map<string, Classification>();
  const needs = (place: string, consumer: string) => {
    const known = consumers.get(place);
    if (known) known.push(consumer);
    else consumers.set(place, [consumer]);
  };
  for (const { demand, classified: own } of planned) {
    const { key } = demand.consumer;
    for (const product of demand.graph.order) if (product !== key) needs(product, key);
    for (const product of demand.graph.order) if (product !== key) products.add(product);
    for (const [ref, entity] of isRuled ? demand.demand.entities : []) {
      if (entity.product === key) continue;
      needs(ref, key);
      const names = attributes.get(ref) ?? new Set<string>();
      attributes.set(ref, names);
      for (const name of entity.attributes.keys()) {
        names.add(name);
        needs(`${ref}.${name}`, key);
        const both = strictestClass(classified.get(`${ref}.${name}`), own.get(`${ref}.${name}`));
        if (both !== null) classified.set(`${ref}.${name}`, both);
      }
    }
  }
  const sorted = [...attributes].sort(([a], [b]) => compareText(a, b));
  return {
    products: [...products].sort(compareText),
    attributes: new Map(sorted.map(([ref, names]) => [ref, [...names].sort(compareText)])),
    consumers,
    classified,
  };
}

/** How many consumers need an entity: a row filter holds only when every one of them filters. */
export function readersByEntity(planned: readonly PlannedConsumer[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { demand } of planned)
    for (const { ref, product } of demand.demand.order)
      if (product !== demand.consumer.key) found.set(ref, (found.get(ref) ?? 0) + 1);
  return found;
}

/** All needed entities, each after everything that reads it: the consumers' own orders do not simply concatenate. */
export function orderEntities(refs: readonly string[], edges: ReadonlyMap<string, readonly string[]>): string[] {
  const open = new Map(refs.map((ref) => [ref, 0]));
  for (const inputs of edges.values()) for (const input of inputs) open.set(input, (open.get(input) ?? 0) + 1);
  const ready = [...open].filter(([, count]) => count === 0).map(([ref]) => ref);
  const order: string[] = [];
  for (let ref = ready.pop(); ref !== undefined; ref = ready.pop()) {
    order.push(ref);
    for (const input of edges.get(ref) ?? []) {
      const left = (open.get(input) ?? 0) - 1;
      open.set(input, left);
      if (left === 0) ready.push(input);
    }
  }
  return order;
}
