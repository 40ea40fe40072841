import type { Expression } from '@/lib/sql/tree';
import type { Demand } from '../demand/demand';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { moveRule } from '../placement/move-rule';
import { placeRule } from '../placement/place-rule';
import type { Placement } from '../placement/placement';
import { becauseOf } from './ask-structure';
import { tellPlacement } from './ask-validity';
import type { SharedAsk } from './shared-ask';
import { shapeOf } from './validity-shape';

const KEY = 'rows without their key would be lost or counted twice';

/**
 * Where the parts of a key must be there (audit), but for those that an input asks for itself. Only for what is needed
 * anyway; an attribute no metric uses gets no check of its own.
 */
export function keysThere(lineage: Lineage, entity: CompiledEntity): KeyThere[] {
  return entity.grain.flatMap((name) => {
    const present = isThere(name);
    if (isCarriedOn(lineage, entity, present)) return [];
    const placements = placeRule(lineage, entity, present).filter(({ stays }) => stays !== 'unbound');
    return placements.map((placement) => ({ name, placement, ask: askThere(placement) }));
  });
}

/** A part of the key by name, where it can be told whether it is there, and what is asked of that place. */
type KeyThere = { name: string; placement: Placement; ask: SharedAsk };

function askThere(placement: Placement): SharedAsk {
  const { entity, predicate } = placement;
  const { product, name, ref } = entity;
  const because = (demand: Demand) =>
    becauseOf(demand, ref, null, demand.entities.get(ref)?.causes ?? 0n).map((cause) => ({ ...cause, generated: KEY }));
  const shape = shapeOf(name, predicate, 'audit');
  return {
    ...shape,
    entity,
    product,
    kind: 'validity',
    role: null,
    placement: tellPlacement(placement),
    isLast: true,
    because,
  };
}

/** The key of an input, under whatever name: that input asks for itself. */
function isCarriedOn(lineage: Lineage, entity: CompiledEntity, present: Expression): boolean {
  if (entity.derivation?.inputs.every(({ kind }) => kind === 'table')) return false;
  const move = moveRule(lineage, entity, present);
  return (
    move.kind === 'moved' &&
    move.rules.length > 0 &&
    move.rules.every(
      ({ entity: upstream, predicate }) =>
        predicate.kind === 'test' &&
        predicate.operand.kind === 'column' &&
        upstream.grain.includes(predicate.operand.name),
    )
  );
}

function isThere(name: string): Expression {
  return { kind: 'test', test: 'null', negated: true, operand: { kind: 'column', qualifier: null, name } };
}
