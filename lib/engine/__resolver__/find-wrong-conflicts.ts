import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { recordsOf } from '@/lib/model/records';
import type { Plan, PlanConflict, Repair } from '../plan';
import { resolve } from './resolve';
import { everyOf, freshnessBest, takesOf, upstreamOf } from './supply';
import { viewOf } from './view';

/**
 * One consumer's conflicts against a plain reading: told where nothing further left is violated, along a path as tight as
 * any, with every scheduled product on it; and each repair, made and resolved again, leaves nothing infeasible and has
 * just the effect it states.
 */
export function findWrongConflicts(snapshot: WorkspaceSnapshot, consumer: string, plan: Plan): string[] {
  const view = viewOf(snapshot);
  const { rows, demands } = resolve(snapshot, [consumer]);
  const required = new Map(rows.flatMap((row) => (row.kind === 'freshness' ? [[row.product, row] as const] : [])));
  const isViolated = (product: string) => required.get(product)?.verdict === 'infeasible';
  const isViolatedAbove = (product: string): boolean =>
    upstreamOf(demands, product).some((input) => isViolated(input) || isViolatedAbove(input));
  const wanted = [...required.keys()].filter((product) => isViolated(product) && !isViolatedAbove(product)).sort();
  const late = plan.conflicts.filter(({ code }) => code === 'infeasible-freshness');
  const told = late.map(({ at }) => at).sort();
  const found = wanted.join() === told.join() ? [] : [`conflicts at ${told.join()}, the text says ${wanted.join()}`];
  const buildOf = (key: string) => view.products.get(key);
  for (const { at, path, products, numbers, repairs } of late) {
    const check = (what: string, engine: unknown, text: unknown) => {
      if (JSON.stringify(engine) !== JSON.stringify(text))
        found.push(
          `conflict at ${at}, ${what}: the plan says ${JSON.stringify(engine)}, the text ${JSON.stringify(text)}`,
        );
    };
    const spent = path.slice(0, -1).reduce((sum, key) => {
      const product = buildOf(key);
      return sum + (product ? everyOf(product) + takesOf(product) : 0);
    }, 0);
    check('what is left on its path', Number(numbers.requiredMinutes) - spent, required.get(at)?.value);
    check('atMinutes', numbers.atMinutes, required.get(at)?.value);
    check('bestMinutes', numbers.bestMinutes, freshnessBest(view, demands, at));
    check(
      'scheduled products',
      products,
      path.filter((key) => buildOf(key)?.build.mode === 'scheduled'),
    );
    for (const [index, key] of path.entries()) {
      const next = path[index + 1];
      if (next !== undefined && !upstreamOf(demands, key).includes(next)) found.push(`${key} does not read ${next}`);
    }
    for (const repair of repairs) found.push(...findWrongEffect(snapshot, consumer, repair));
  }
  return found;
}

function findWrongEffect(snapshot: WorkspaceSnapshot, consumer: string, { change, effect, words }: Repair): string[] {
  const { rows } = resolve(changed(snapshot, change), [consumer]);
  const freshness = rows.filter(({ kind }) => kind === 'freshness');
  const left = freshness.filter(({ verdict }) => verdict === 'infeasible').map(({ product }) => product);
  const stated = new Map(Object.entries(effect.freshness));
  const isStated = (product: string, value: unknown) => Math.abs(Number(value) - (stated.get(product) ?? NaN)) < 1e-9;
  const differs = freshness.filter(
    ({ product, value }) => !isStated(product, value) || stated.size !== freshness.length,
  );
  const behind = freshness.filter(({ verdict }) => verdict === 'tighten' || verdict === 'missing');
  const isTold =
    behind
      .map(({ product }) => product)
      .sort()
      .join() === [...effect.tighten].sort().join();
  return [
    ...left.map((product) => `"${words}" leaves ${product} infeasible`),
    ...differs.map(({ product, value }) => `"${words}" leaves ${product} ${value}, not ${stated.get(product)}`),
    ...(isTold ? [] : [`"${words}" does not tell who must still do better`]),
  ];
}

function changed(snapshot: WorkspaceSnapshot, change: PlanConflict['repairs'][number]['change']): WorkspaceSnapshot {
  const products = snapshot.products.map((product) => {
    const schedule = change.schedules.find((one) => one.product === product.key);
    const { everyMinutes, takesMinutes } = schedule ?? {};
    const isFaster = everyMinutes !== undefined && takesMinutes !== undefined;
    const build = isFaster ? { mode: 'scheduled' as const, everyMinutes, takesMinutes } : product.build;
    const asked = change.freshness?.consumer === product.key ? change.freshness.maxMinutes : null;
    if (asked === null) return { ...product, build };
    const records = { ...product.model.records };
    for (const expectation of recordsOf(product.model, 'expectation')) {
      if (expectation.rule.rule !== 'freshness') continue;
      const maxMinutes = Math.max(asked, expectation.rule.maxMinutes);
      records[expectation.id] = { ...expectation, rule: { ...expectation.rule, maxMinutes } };
    }
    return { ...product, build, model: { ...product.model, records } };
  });
  return { ...snapshot, products };
}
