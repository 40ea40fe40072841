import { recordsOf } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';
import type { Demand } from './demand';
import { type KindRows, kindRow, type Skipped, together } from './kind-row';
import { copyOf, entityOf, isProjection, productOf, skipBelow } from './reads';
import type { WorkspaceView } from './view';
import { nameOf } from './ways';

/**
 * Rules about values as far as copies carry them: through projections a rule about a copied field is the same rule about
 * the field. What is computed, filtered, joined or grouped is left to the tests of placement, which run it on a database.
 */
export function askChecks(view: WorkspaceView, demand: Demand): KindRows {
  const product = view.products.get(demand.consumer);
  if (!product) return { rows: [], skipped: [] };
  const stated = recordsOf(product.model, 'expectation').map(({ onId, rule, enforcement }): KindRows => {
    const on = onId === null ? undefined : product.model.records[onId];
    if (rule.rule === 'holds') return { rows: [], skipped: skipParts(demand) };
    if (on?.kind !== 'attribute') return { rows: [], skipped: [] };
    const entity = `${product.key}.${nameOf(product, on.entityId)}`;
    const told = toldOf(rule);
    if (told === null) return { rows: [], skipped: skipBelow(demand, entity, 'validity', rule.rule) };
    return leftMost(demand, { entity, name: on.name }, { ...told, enforcement, isDefault: false });
  });
  return together([...stated, askKeysThere(demand)]);
}

/** Of a condition each part may become a rule of its own at any entity it names. */
function skipParts(demand: Demand): Skipped[] {
  return demand.uses.flatMap(({ entity }) => skipBelow(demand, `${demand.consumer}.${entity}`, 'validity', ''));
}

/** Without being stated, keys of needed entities are not null, "asked once where the key begins". */
function askKeysThere(demand: Demand): KindRows {
  const parts = [...demand.entities.values()].flatMap(({ view }) =>
    view.grain.map((name) =>
      leftMost(
        demand,
        { entity: view.key, name },
        { rule: 'not-null', value: {}, enforcement: 'audit', isDefault: true },
      ),
    ),
  );
  return together(parts);
}

type Told = { rule: string; value: Record<string, unknown>; enforcement: string; isDefault: boolean };

/** Null for what the resolver does not follow: rules for some rows only, and conditions. */
function toldOf(rule: ExpectationRule): Pick<Told, 'rule' | 'value'> | null {
  switch (rule.rule) {
    case 'not-null':
      return rule.when === undefined ? { rule: 'not-null', value: {} } : null;
    case 'in-set':
      return { rule: 'in-set', value: { values: [...rule.values].sort() } };
    case 'range': {
      const { min, max } = rule;
      return {
        rule: 'range',
        value: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
      };
    }
    case 'pattern':
      return { rule: `pattern: ${rule.regex}`, value: { regex: rule.regex } };
    default:
      return null;
  }
}

function leftMost(demand: Demand, start: { entity: string; name: string }, told: Told): KindRows {
  let at = start;
  for (;;) {
    const needed = demand.entities.get(at.entity);
    if (!needed) return { rows: [], skipped: [] };
    const copy = copyOf(needed, at.name);
    if (!copy || !isProjection(needed)) {
      return { rows: [], skipped: skipBelow(demand, at.entity, 'validity', told.rule) };
    }
    if (copy.input.isTable) break;
    at = { entity: copy.input.ref, name: copy.name };
  }
  const { rule, value, enforcement } = told;
  const product = productOf(at.entity);
  if (product === demand.consumer) return { rows: [], skipped: [] };
  const target = `${entityOf(at.entity)}.${at.name}`;
  return {
    rows: [kindRow({ product, target, kind: 'validity', rule, value: { ...value, enforcement }, approximate: false })],
    skipped: [],
  };
}
