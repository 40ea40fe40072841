import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { planPush } from '@/lib/engine/push/plan-push';
import { askedThrough } from './asked-through';
import { drawnEdges } from './drawn-edges';
import { worstVerdict } from './worst-verdict';

const STRUCTURE: ReadonlySet<string> = new Set(['entity', 'attribute', 'grain', 'uniqueness']);

test.each(['casa-verde', 'meridian-components', 'northwind-cloud'])(
  '%s: the worst on each line is the worst of all that passes it, by the reasons of every row',
  (sample) => {
    const file = readWorkspace(readFileSync(`samples/${sample}.yaml`, 'utf8'));
    if (!file.ok) throw new Error('the sample does not read');
    const snapshot = file.value;
    const consumers = snapshot.products.flatMap(({ key, alignment }) => (alignment === 'consumer' ? [key] : []));
    const plan = planPush(snapshot, consumers);
    if (!plan.ok) throw new Error('the sample cannot be planned');
    const { asked, worstThrough, fieldsThrough } = askedThrough(snapshot, plan.value);
    const edges = drawnEdges(snapshot);
    expect(edges.length).toBeGreaterThan(5);
    const isAt = (step: string | undefined, key: string) => step === key || step?.startsWith(`${key}:`);
    for (const { from, to } of edges) {
      const passing = asked(from).filter(({ because }) =>
        because.some(({ path }) => path.some((step) => isAt(step, to)) && path.some((step) => isAt(step, from))),
      );
      const read = passing.filter(({ because }) =>
        because.some(({ path }) => path.some((step, at) => isAt(step, from) && isAt(path[at - 1], to))),
      );
      const others = passing.filter(({ kind }) => !STRUCTURE.has(kind));
      expect(fieldsThrough(from, to)).toBe(read.filter(({ kind }) => kind === 'attribute').length);
      expect(worstThrough(from, to)).toBe(worstVerdict([...read, ...others]));
      const late = [...read, ...others].filter(({ kind }) => kind !== 'freshness');
      expect(worstThrough(from, to, 'freshness')).toBe(worstVerdict(late));
    }
  },
);
