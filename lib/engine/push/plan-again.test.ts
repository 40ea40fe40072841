import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { patchModel } from '@/lib/model/diff';
import { anExpectation } from '@/lib/model/factories';
import { recordsOf } from '@/lib/model/records';
import { chance, type Draw, drawFrom, pickAny } from '../__resolver__/draw';
import { drawWorkspace } from '../__resolver__/draw-workspace';
import { planPush } from './plan-push';

/**
 * What is kept between plans must never show: after any run of edits the plan is, byte for byte, the one that a process
 * which has seen nothing before would make.
 */
const tape = fc.array(fc.nat(0xffff), { minLength: 2500, maxLength: 2500 });
const choices = fc.array(fc.nat(0xffff), { minLength: 80, maxLength: 80 });
const RUNS = Number(process.env.AGREEMENT_RUNS ?? 60);
const EDITS = 6;

test('after every edit the plan says what a plan from scratch says', () => {
  let compared = 0;
  const property = fc.property(tape, choices, (drawn, chosen) => {
    const read = readWorkspace(JSON.stringify(drawWorkspace(drawFrom(drawn))), { format: 'json' });
    if (!read.ok) return;
    const draw = drawFrom(chosen);
    const versions = [read.value];
    planned(read.value);
    for (let edit = 0; edit < EDITS; edit++) {
      // Now and then somebody goes back and edits what was there before.
      const from = chance(draw, 20) ? pickAny(draw, versions) : versions.at(-1);
      const next = edited(draw, from ?? read.value);
      versions.push(next);
      expect(planned(next)).toBe(planned(structuredClone(next)));
      compared += 1;
    }
    for (const version of versions) expect(planned(version)).toBe(planned(structuredClone(version)));
  });
  fc.assert(property, { numRuns: RUNS, seed: 7, endOnFailure: true });
  expect(compared).toBeGreaterThan(RUNS * 3);
}, 600_000);

/** Together and each alone, as a preview plans one and the catalog all. */
function planned(snapshot: WorkspaceSnapshot): string {
  const consumers = snapshot.products.filter(({ alignment }) => alignment === 'consumer').map(({ key }) => key);
  return JSON.stringify([planPush(snapshot, consumers), ...consumers.map((key) => planPush(snapshot, [key]))]);
}

function edited(draw: Draw, snapshot: WorkspaceSnapshot): WorkspaceSnapshot {
  const { products } = snapshot;
  const product = pickAny(draw, products);
  if (!product) return snapshot;
  const put = (changed: Product): WorkspaceSnapshot => ({
    ...snapshot,
    products: products.map((one) => (one === product ? changed : one)),
  });
  switch (draw(17)) {
    case 0:
      return put({ ...product, build: { mode: 'scheduled', everyMinutes: 5 + draw(400), takesMinutes: draw(30) } });
    case 1:
      return put({ ...product, build: { mode: 'virtual' } });
    case 2:
      return put({
        ...product,
        promises: { ...product.promises, freshnessMinutes: draw(2000), historyDays: draw(900) },
      });
    case 3:
      return put({ ...product, promises: {} });
    case 4:
      return put({
        ...product,
        owner: product.owner === null ? 'team' : null,
        status: chance(draw, 30) ? 'draft' : 'published',
      });
    case 5:
      return { ...snapshot, products: products.filter((one) => one !== product) };
    case 6:
      return { ...snapshot, products: [...products, { ...product, key: `${product.key}x`, name: 'Twin' }] };
    case 7: {
      const maxMinutes = 1 + draw(3000);
      const stated = anExpectation({ rule: { rule: 'freshness', maxMinutes } });
      return put({ ...product, model: patchModel(product.model, { put: [stated], remove: [] }) });
    }
    case 8: {
      const gone = pickAny(draw, Object.values(product.model.records));
      return gone ? put({ ...product, model: patchModel(product.model, { put: [], remove: [gone.id] }) }) : snapshot;
    }
    case 9: {
      const attribute = pickAny(draw, recordsOf(product.model, 'attribute'));
      if (!attribute) return snapshot;
      const expression = chance(draw, 50)
        ? null
        : (pickAny(draw, recordsOf(product.model, 'attribute'))?.expression ?? null);
      return put({ ...product, model: patchModel(product.model, { put: [{ ...attribute, expression }], remove: [] }) });
    }
    case 10: {
      const provider = pickAny(draw, products);
      if (!provider) return snapshot;
      const facts = { port: null, version: '1.0.0', noticeDays: draw(90) };
      return { ...snapshot, contracts: [{ consumer: product.key, product: provider.key, ...facts }] };
    }
    case 11:
      return put({ ...product, name: `${product.name} again` });
    case 12: {
      const [first, ...others] = snapshot.teams;
      return first ? { ...snapshot, teams: [{ ...first, name: `${first.name} again` }, ...others] } : snapshot;
    }
    case 13: {
      const policy = pickAny(draw, snapshot.policies);
      const short: WorkspaceSnapshot['policies'] = [
        { key: 'short', applies: {}, requires: [{ rule: 'freshness', maxMinutes: draw(900) }, { rule: 'mask' }] },
      ];
      const others = snapshot.policies.filter((one) => one !== policy && one.key !== 'short');
      return { ...snapshot, policies: chance(draw, 50) ? [...others, ...short] : others };
    }
    case 14:
      return renamed(snapshot, product, `${product.key}-r`);
    case 15: {
      const asking = pickAny(
        draw,
        products.filter(({ alignment }) => alignment === 'consumer'),
      );
      const plan = asking ? planPush(snapshot, [asking.key], { plansAgainMax: 0 }) : null;
      const numbers = plan?.ok ? plan.value.requirements.filter(({ value }) => typeof value === 'number') : [];
      const row = pickAny(draw, numbers);
      if (!asking || !row) return snapshot;
      const { product: from, target, kind, rule } = row;
      const asked = Number(row.value);
      const value = kind === 'freshness' || kind === 'history' ? asked + draw(500) - 100 : asked / 2;
      const agreed = { ...asking, agreements: [{ product: from, target, kind, rule, asked, value }] };
      return { ...snapshot, products: products.map((one) => (one === asking ? agreed : one)) };
    }
    default: {
      const [first, ...rest] = snapshot.sources;
      const [table, ...tables] = first?.tables ?? [];
      if (!first || !table) return { ...snapshot, workspace: { ...snapshot.workspace, sloOwnShare: draw(10) / 10 } };
      const changed = { ...table, key: table.columns.slice(0, 1).map(({ name }) => name), rows: draw(5000) };
      return { ...snapshot, sources: [{ ...first, tables: [changed, ...tables] }, ...rest] };
    }
  }
}

/** A product under another key, and everybody who reads it reading it there. */
function renamed(snapshot: WorkspaceSnapshot, { key: before }: Product, key: string): WorkspaceSnapshot {
  const moved = (ref: string) => (ref.startsWith(`${before}.`) ? `${key}${ref.slice(before.length)}` : ref);
  const inputOf = <T extends object>(input: T): T =>
    'entity' in input && typeof input.entity === 'string' ? { ...input, entity: moved(input.entity) } : input;
  const products = snapshot.products.map((product) => {
    const put = recordsOf(product.model, 'entity').flatMap((entity) => {
      const { derivation } = entity;
      if (!derivation) return [];
      const { from, joins } = derivation;
      return [{ ...entity, derivation: { ...derivation, from: inputOf(from), joins: joins.map(inputOf) } }];
    });
    const model = patchModel(product.model, { put, remove: [] });
    return product.key === before ? { ...product, key, model } : { ...product, model };
  });
  return { ...snapshot, products };
}
