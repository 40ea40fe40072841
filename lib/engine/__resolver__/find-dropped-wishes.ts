import { recordsOf } from '@/lib/model/records';
import type { Plan, Requirement } from '../plan';
import { minutesOf } from './ask-minutes';
import type { Demand } from './demand';
import { statedAnywhere } from './needs';
import { everyOf, takesOf } from './supply';
import type { WorkspaceView } from './view';

/**
 * What a consumer states of an entity that comes from nowhere, held against what is asked of whoever is asked for it:
 * told is each need for which nothing at least as strict is asked there.
 */
export function findDroppedWishes(view: WorkspaceView, demand: Demand, plan: Plan): string[] {
  const product = view.products.get(demand.consumer);
  if (!product) return [];
  const wishes = [...demand.entities.values()].filter(
    ({ view: entity }) => entity.product === product.key && entity.record.derivation === null,
  );
  const [every, takes] = [everyOf(product), takesOf(product)];
  return wishes.flatMap(({ view: { name, grain } }) => {
    const wish = plan.requirements.find(
      ({ kind, because }) =>
        kind === 'entity' && because.some(({ path }) => path[0] === `${product.key}:${name}` && path.length === 2),
    );
    if (!wish) return [`${product.key}.${name}: nobody is asked for it`];
    const rowAt = (kind: Requirement['kind'], target: string | null, rule: string | null = null) =>
      plan.requirements.find(
        (row) => row.product === wish.product && row.kind === kind && row.target === target && row.rule === rule,
      );
    const stated = <R extends 'freshness' | 'deadline' | 'availability'>(rule: R) =>
      statedAnywhere(product, rule).flatMap((one) =>
        one.entities === null || one.entities.includes(name) ? [one.rule] : [],
      );
    const needs: [string, boolean][] = [
      ...stated('freshness').map(({ maxMinutes }): [string, boolean] => {
        const asked = rowAt('freshness', null)?.value;
        return [`at most ${maxMinutes} old`, typeof asked === 'number' && asked <= maxMinutes - every - takes];
      }),
      ...stated('availability').map(({ min }): [string, boolean] => {
        const asked = rowAt('availability', null)?.value;
        return [`available ${min}`, product.build.mode !== 'virtual' || (typeof asked === 'number' && asked >= min)];
      }),
      ...stated('deadline').flatMap(({ at, dayOffset, timezone }): [string, boolean][] => {
        const row = rowAt('deadline', null);
        const asked = minutesOf(String(row?.value)) + 1440 * (row?.dayOffset ?? 0);
        return timezone ? [] : [[`ready by ${at}`, asked <= minutesOf(at) + 1440 * (dayOffset ?? 0) - takes]];
      }),
      ...recordsOf(product.model, 'expectation').flatMap(({ onId, rule }): [string, boolean][] => {
        const on = onId === null ? null : product.model.records[onId];
        const isOf = on === null || (on?.kind === 'entity' && on.name === name);
        if (!isOf) return [];
        const target = on === null ? null : wish.target;
        if (rule.rule === 'history') {
          // Somebody else may ask it of the whole product, for fewer days.
          const isKept = [rowAt('history', null), rowAt('history', wish.target)].some(
            (row) => row?.value === 'all' || (typeof row?.value === 'number' && row.value >= rule.days),
          );
          return [[`kept ${rule.days} days`, isKept]];
        }
        if (rule.rule === 'completeness' && rule.of !== 'values' && rule.weight === undefined) {
          const asked = rowAt('completeness', target)?.value;
          return [[`${rule.min} of its rows`, typeof asked === 'number' && asked >= rule.min - 1e-9]];
        }
        if (rule.rule !== 'volume' || on === null) return [];
        const row = rowAt('volume', target, rule.per === undefined ? null : `per ${rule.per}`);
        return [['so many rows', row !== undefined]];
      }),
      ['one row per key', grain.length === 0 || rowAt('grain', wish.target) !== undefined],
    ];
    return needs.flatMap(([need, isAsked]) =>
      isAsked ? [] : [`${product.key}.${name} is wished for, ${need}, and ${wish.product} is not asked for it`],
    );
  });
}
