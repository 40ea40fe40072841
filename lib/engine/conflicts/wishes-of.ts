import { indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRule } from '@/lib/model/rule';
import type { Lineage } from '../lineage/lineage';
import type { Requirement } from '../plan';
import type { ConflictFacts } from './conflict-facts';

/** A set or a range that somebody states of a field of their own model, or a number of rows of an entity. */
export type Wish = { consumer: string; expectation: string; target: string; rule: ExpectationRule };

/** Who states which values or how many rows of what a row is about, everybody once; the consumer in question first. */
export function wishesOf({ demand, lineage }: ConflictFacts, row: Requirement): Wish[] {
  const all = statedOf(lineage, row);
  const isOwn = ({ consumer }: Wish) => consumer === demand.consumer.key;
  return [...all.filter(isOwn), ...all.filter((wish) => !isOwn(wish))];
}

/** Where many contradict each other, each of them asks of the same row who the others are. */
const found = new WeakMap<Lineage, WeakMap<Requirement, Wish[]>>();

function statedOf(lineage: Lineage, row: Requirement): Wish[] {
  const known = found.get(lineage) ?? new WeakMap<Requirement, Wish[]>();
  found.set(lineage, known);
  const wishes = known.get(row) ?? findStated(lineage, row);
  known.set(row, wishes);
  return wishes;
}

function findStated(lineage: Lineage, row: Requirement): Wish[] {
  const stated = row.because.flatMap(({ consumer, expectation }): Wish[] => {
    const model = expectation === undefined ? undefined : lineage.product(consumer)?.model;
    const record =
      model && indexModel(model).byKind.expectation.find(({ id }) => nameOfRecord(model, id) === expectation);
    if (!model || !record || expectation === undefined) return [];
    const { rule, onId } = record;
    const isMeant = row.kind === 'volume' ? rule.rule === 'volume' : rule.rule === 'in-set' || rule.rule === 'range';
    if (!isMeant) return [];
    return [{ consumer, expectation, target: nameOfRecord(model, onId), rule }];
  });
  return [...new Map(stated.map((wish) => [`${wish.consumer} ${wish.expectation}`, wish])).values()];
}
