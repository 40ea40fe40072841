import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { ChangeScenario, toBeforeAndAfter } from './__scenarios__/change-scenario';
import { editFile } from './__scenarios__/edit-file';
import { tellChange } from './__scenarios__/tell-change';
import { planPush } from './push/plan-push';

const FOLDER = new URL('./__scenarios__/changes/', import.meta.url);
const SAMPLES = new URL('../../samples/', import.meta.url);

describe('change requests', () => {
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))) {
    const scenario = ChangeScenario.parse(load(readFileSync(new URL(file, FOLDER), 'utf8')));
    test(`${file}: ${scenario.about}`, () => {
      const sample = readFileSync(new URL(`${scenario.sample}.yaml`, SAMPLES), 'utf8');
      const { before, after, consumers } = toBeforeAndAfter(scenario, sample);
      const told = (snapshot: WorkspaceSnapshot) => {
        const plan = planPush(snapshot, consumers);
        if (!plan.ok) throw new Error(JSON.stringify(plan.error));
        return { plan: plan.value, snapshot };
      };
      expect(tellChange(told(before), told(after), scenario.show)).toEqual(scenario.want);
    });
  }
});

describe('an edit of a file', () => {
  const file = { products: [{ key: 'a', model: { expectations: [{ rule: 'freshness', maxMinutes: 60 }] } }] };

  test('puts, adds and removes at a path of names, and leaves the file it was given', () => {
    const edited = editFile(file, [
      { put: 'products/a/model/expectations/freshness/maxMinutes', value: 15 },
      { add: 'products/a/model/metrics', values: [{ key: 'm' }] },
      { add: 'products', values: [{ key: 'b' }] },
    ]);
    expect(edited).toEqual({
      products: [
        { key: 'a', model: { expectations: [{ rule: 'freshness', maxMinutes: 15 }], metrics: [{ key: 'm' }] } },
        { key: 'b' },
      ],
    });
    expect(editFile(edited, [{ remove: 'products/a' }])).toEqual({ products: [{ key: 'b' }] });
    expect(file.products).toHaveLength(1);
  });

  test('does not pass over a name that is not there', () => {
    expect(() => editFile(file, [{ remove: 'products/c' }])).toThrow('nothing is called c');
    expect(() => editFile(file, [{ put: 'sources/c/name', value: 'x' }])).toThrow('there is no sources');
  });
});
