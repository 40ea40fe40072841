import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { planPush } from '../push/plan-push';
import { drawFrom } from './draw';
import { findDisagreements } from './find-disagreements';
import { findKindDisagreements } from './find-kind-disagreements';
import { findUntoldRows } from './find-untold-rows';
import type { Json } from './minimise';
import { reordered } from './reorder';
import { resolve } from './resolve';
import { resolveKinds } from './resolve-kinds';
import { viewOf } from './view';

/** Small workspaces on which plan and resolver once disagreed, or the plan with itself; each by what it is about. */
const key = { key: 'id', type: 'string', expression: 'a.id' };
const at = { key: 'at', type: 'date', expression: 'a.at' };
const table = (columns: Json[]) => [{ key: 'db', tables: [{ name: 't', rows: 10, bytes: 90, key: ['id'], columns }] }];
const plain = [
  { name: 'id', type: 'string' },
  { name: 'at', type: 'date' },
  { name: 'other', type: 'string' },
];
const source = (attributes: Json[], more: { [key: string]: Json } = {}): Json => ({
  key: 'src-a',
  owner: 'team',
  model: { entities: [{ key: 'o', grain: ['id'], from: { table: 'db.t', as: 'a' }, attributes, ...more }] },
});
const consumer = (attributes: Json[], model: { [key: string]: Json }): Json => ({
  key: 'cdp-a',
  owner: 'team',
  useCase: { decision: 'What next?' },
  model: {
    entities: [{ key: 'e', grain: ['id'], from: { entity: 'src-a.o', as: 'a' }, attributes }],
    measures: [{ key: 'n', entity: 'e', aggregation: 'count' }],
    ...model,
  },
});
const workspace = (sources: Json, products: Json[]): { [key: string]: Json } => ({
  headwater: 1,
  workspace: { name: 'Pinned' },
  teams: [{ key: 'team', name: 'Team' }],
  sources,
  products,
});

const PINNED: { readonly [about: string]: Json } = {
  'two numbers miss the same rows, and the same one of them is named': workspace(table(plain), [
    source([key, at], { where: "a.at >= date '2024-01-01'" }),
    consumer([key, at], {
      segments: [{ key: 'old', entity: 'e', filter: "at < date '2026-01-01'" }],
      metrics: [
        { key: 'b', kind: 'simple', measure: 'n', time: 'e.at', segments: ['old'] },
        { key: 'ratio', kind: 'ratio', numerator: 'b', denominator: 'c' },
        { key: 'c', kind: 'simple', measure: 'n', time: 'e.at' },
        { key: 'a', kind: 'simple', measure: 'n', time: 'e.at', segments: ['old'] },
      ],
    }),
  ]),
  'what nobody has bound needs the field that is called like it where its entity comes from': workspace(table(plain), [
    source([key, at, { key: 'other', type: 'string', expression: 'a.other' }]),
    {
      key: 'agg-a',
      owner: 'team',
      model: {
        entities: [
          {
            key: 'e',
            grain: ['id'],
            from: { entity: 'src-a.o', as: 'a' },
            attributes: [key, { key: 'other', type: 'string' }],
          },
        ],
      },
    },
    {
      key: 'cdp-a',
      owner: 'team',
      useCase: { decision: 'What next?' },
      model: {
        entities: [
          {
            key: 'e',
            grain: ['other'],
            from: { entity: 'agg-a.e', as: 'a' },
            attributes: [{ key: 'other', type: 'string', expression: 'a.other' }],
          },
        ],
        expectations: [{ on: 'e.other', rule: 'unique' }],
      },
    },
  ]),
  'of two needs of the same rows, which a join drops, the stricter is told': workspace(
    [
      ...table(plain.map((column) => ({ ...column, distinct: 10 }))),
      {
        key: 'few',
        tables: [{ name: 't', rows: 4, bytes: 9, columns: [{ name: 'id', type: 'string', distinct: 4 }] }],
      },
    ],
    [
      source([key, at], { joins: [{ table: 'few.t', as: 'b', type: 'inner', on: 'b.id = a.id' }] }),
      consumer([key, at], {
        metrics: [{ key: 'm', kind: 'simple', measure: 'n', time: 'e.at' }],
        expectations: [
          { on: 'model', rule: 'completeness', min: 0.9 },
          { on: 'm', rule: 'completeness', min: 0.8 },
          { on: 'e', rule: 'completeness', min: 0.95 },
        ],
      }),
    ],
  ),
  'rows that the provider has filtered away are refused, and their row says so too': workspace(table(plain), [
    source([key, at], { where: "a.id in ('x', 'z')" }),
    consumer([key, at], {
      segments: [{ key: 'none', entity: 'e', filter: "id is null and lower(id) = 'x'" }],
      metrics: [{ key: 'lost', kind: 'simple', measure: 'n', time: 'e.at', segments: ['none'] }],
    }),
  ]),
  'a field made of a classified one of its own entity': workspace(table(plain), [
    source([
      key,
      at,
      { key: 'first', type: 'string', expression: 'a.other', classification: 'personal' },
      { key: 'second', type: 'string', expression: 'upper(first)' },
    ]),
    consumer([key, at, { key: 'second', type: 'string', expression: 'a.second' }], {
      metrics: [{ key: 'm', kind: 'simple', measure: 'n', time: 'e.at', slices: ['e.second'] }],
    }),
  ]),
  'two numbers need what the house hides, and are named in one order': {
    ...workspace(table(plain), [
      source([key, at]),
      consumer([key, at], {
        metrics: [
          { key: 'second', kind: 'simple', measure: 'n', time: 'e.at' },
          { key: 'third', kind: 'simple', measure: 'n', time: 'e.at' },
          { key: 'first', kind: 'simple', measure: 'n', time: 'e.at' },
        ],
      }),
    ]),
    policies: [{ key: 'hidden', applies: {}, requires: [{ rule: 'mask' }] }],
  },
  'a value may be missing though all it is made of is there': workspace(table(plain), [
    source([key, at, { key: 'other', type: 'string', expression: 'a.other' }]),
    consumer([key, at, { key: 'x', type: 'string', expression: "nullif(a.other, 'x')" }], {
      metrics: [{ key: 'm', kind: 'simple', measure: 'n', time: 'e.at', slices: ['e.x'] }],
      expectations: [{ on: 'e.x', rule: 'completeness', of: 'values', min: 0.9 }],
    }),
  ]),
  'a consumer calls personal what its provider makes of another field': workspace(table(plain), [
    source([
      key,
      at,
      { key: 'first', type: 'string', expression: 'a.other' },
      { key: 'second', type: 'string', expression: 'upper(first)' },
    ]),
    consumer([key, at, { key: 'second', type: 'string', expression: 'a.second', classification: 'personal' }], {
      metrics: [{ key: 'm', kind: 'simple', measure: 'n', time: 'e.at', slices: ['e.second'] }],
    }),
  ]),
  'a consumer calls personal what its provider calls confidential': workspace(table(plain), [
    source([key, at, { key: 'who', type: 'string', expression: 'a.other', classification: 'confidential' }]),
    consumer([key, at, { key: 'who', type: 'string', expression: 'a.who', classification: 'personal' }], {
      metrics: [{ key: 'm', kind: 'simple', measure: 'n', time: 'e.at', slices: ['e.who'] }],
    }),
  ]),
  'two needs that are taken back together are named in one order': workspace(
    table(plain.map((column) => ({ ...column, distinct: 4 }))),
    [
      source([key, at, { key: 'other', type: 'string', expression: 'a.other' }]),
      consumer([key, at, { key: 'x', type: 'string', expression: 'a.other' }], {
        expectations: [
          { on: 'model', rule: 'freshness', maxMinutes: 2880 },
          { on: 'e.x', rule: 'pattern', regex: 'q' },
          { on: 'e.x', rule: 'not-null' },
          { on: 'e.id', rule: 'pattern', regex: 'r' },
          { on: 'e.at', rule: 'not-null' },
        ],
      }),
    ],
  ),
  'what several numbers would no longer be cut by names them in one order': workspace(table(plain), [
    source([key, at]),
    consumer([key, at, { key: 'wish', type: 'string' }], {
      metrics: [
        { key: 'b', kind: 'simple', measure: 'n', time: 'e.at', slices: ['e.wish'] },
        { key: 'c', kind: 'simple', measure: 'n', time: 'e.at', slices: ['e.wish'] },
        { key: 'a', kind: 'simple', measure: 'n', time: 'e.at', slices: ['e.wish'] },
      ],
    }),
  ]),
  'rows by weight that are stated of a field are those of its entity': workspace(table(plain), [
    source([key, at]),
    consumer([key, at], { expectations: [{ on: 'e.id', rule: 'completeness', min: 0.96, weight: 'n' }] }),
  ]),
  'what the house wants filled in, and is counted as empty, is told': {
    ...workspace(table([...plain, { name: 'gaps', type: 'string', nulls: 4 }]), [
      source([key, at, { key: 'gaps', type: 'string', expression: 'a.gaps' }]),
      consumer([key, at, { key: 'gaps', type: 'string', expression: 'a.gaps' }], {
        metrics: [{ key: 'm', kind: 'simple', measure: 'n', time: 'e.at', slices: ['e.gaps'] }],
      }),
    ]),
    policies: [
      {
        key: 'filled',
        applies: { alignment: ['source'] },
        requires: [{ rule: 'completeness', of: 'values', min: 0.95 }],
      },
    ],
  },
  'what is counted as empty is told too where a wish leads to it': workspace(
    table([...plain, { name: 'gaps', type: 'string', nulls: 4 }]),
    [
      source([key, { key: 'gaps', type: 'string', expression: 'a.gaps' }]),
      {
        key: 'agg-a',
        owner: 'team',
        model: {
          entities: [
            {
              key: 'o',
              grain: ['id'],
              from: { entity: 'src-a.o', as: 'a' },
              attributes: [key, { key: 'gaps', type: 'string' }],
            },
          ],
        },
      },
      {
        key: 'cdp-a',
        owner: 'team',
        useCase: { decision: 'What next?' },
        model: {
          entities: [
            {
              key: 'e',
              grain: ['id'],
              from: { entity: 'agg-a.o', as: 'a' },
              attributes: [key, { key: 'gaps', type: 'string', expression: 'a.gaps' }],
            },
          ],
          expectations: [{ on: 'e.gaps', rule: 'completeness', of: 'values', min: 0.9 }],
        },
      },
    ],
  ),
  'how old is what an aggregate wishes for is not known, though somebody has one of that name': workspace(
    table(plain),
    [
      source([key, at]),
      {
        key: 'agg-b',
        owner: 'team',
        model: {
          entities: [
            {
              key: 'o',
              grain: ['id'],
              attributes: [
                { key: 'id', type: 'string' },
                { key: 'more', type: 'string' },
              ],
            },
          ],
        },
      },
      {
        key: 'agg-z',
        owner: 'team',
        model: {
          entities: [
            {
              key: 'o',
              grain: ['id'],
              from: { entity: 'src-a.o', as: 'a' },
              attributes: [key, { key: 'more', type: 'string', expression: 'a.id' }],
            },
          ],
        },
      },
      {
        key: 'cdp-a',
        owner: 'team',
        useCase: { decision: 'What next?' },
        model: {
          entities: [{ key: 'e', grain: ['id'], from: { entity: 'agg-b.o', as: 'a' }, attributes: [key] }],
          expectations: [
            { on: 'e', rule: 'unique' },
            { on: 'model', rule: 'freshness', maxMinutes: 60 },
          ],
        },
      },
    ],
  ),
  'two needs that nobody can be held against are told in one order': workspace(table(plain), [
    source([key, at]),
    consumer([key, at], {
      metrics: [{ key: 'm', kind: 'simple', measure: 'n', time: 'e.at' }],
      expectations: [
        { on: 'm', rule: 'availability', min: 0.98 },
        { on: 'model', rule: 'availability', min: 0.995 },
        { on: 'e', rule: 'availability', min: 0.97 },
        { on: 'e.at', rule: 'availability', min: 0.96 },
      ],
    }),
  ]),
  'a weight needs what its measure is filtered by, though no number is worked out from it': workspace(table(plain), [
    source([key, at, { key: 'other', type: 'string', expression: 'a.other' }]),
    consumer([key, at, { key: 'other', type: 'string', expression: 'a.other' }], {
      segments: [{ key: 'some', entity: 'e', filter: "other = 'x'" }],
      measures: [
        { key: 'n', entity: 'e', aggregation: 'count' },
        { key: 'w', entity: 'e', aggregation: 'count', segments: ['some'] },
      ],
      metrics: [{ key: 'm', kind: 'simple', measure: 'n', time: 'e.at' }],
      expectations: [{ on: 'e', rule: 'completeness', min: 0.96, weight: 'w' }],
    }),
  ]),
  'a weight filtered over a look-up needs all rows there that its filter leaves': workspace(table(plain), [
    {
      key: 'src-a',
      owner: 'team',
      model: {
        entities: ['e', 'f'].map((name) => ({
          key: name,
          grain: ['id'],
          from: { table: 'db.t', as: 'a' },
          attributes: [key, at, { key: 'other', type: 'string', expression: 'a.other' }],
        })),
      },
    },
    {
      key: 'cdp-a',
      owner: 'team',
      useCase: { decision: 'What next?' },
      model: {
        entities: ['e', 'f'].map((name) => ({
          key: name,
          grain: ['id'],
          from: { entity: `src-a.${name}`, as: 'a' },
          attributes: [key, at, { key: 'other', type: 'string', expression: 'a.other' }],
        })),
        relationships: [{ key: 'up', from: 'e.other', to: 'f.id', cardinality: 'many-to-one', optional: true }],
        measures: [{ key: 'w', entity: 'e', aggregation: 'count', filter: "f.other = 'x'" }],
        metrics: [{ key: 'm', kind: 'simple', measure: 'w', time: 'e.at', filter: "f.other <> 'y' and f.id = 'z'" }],
        expectations: [{ on: 'e', rule: 'completeness', min: 0.96, weight: 'w' }],
      },
    },
  ]),
  'two who wish for one entity are asked for the finer of its keys, where the name says most': workspace(table(plain), [
    source([key, at]),
    {
      key: 'src-b',
      owner: 'team',
      model: { entities: [{ key: 'Orders', grain: ['id'], from: { table: 'db.t', as: 'a' }, attributes: [key] }] },
    },
    ...['cdp-a', 'cdp-b'].map((name) => ({
      key: name,
      owner: 'team',
      useCase: { decision: 'What next?' },
      model: {
        entities: [
          {
            key: 'order',
            grain: name === 'cdp-a' ? ['id'] : ['id', 'line'],
            attributes: [
              { key: 'id', type: 'string' },
              { key: 'line', type: 'string' },
              { key: 'at', type: 'date' },
            ],
          },
        ],
        expectations: [
          { on: 'order', rule: 'unique' },
          { on: 'order.at', rule: 'completeness', of: 'values', min: 0.9 },
          { on: 'model', rule: 'freshness', maxMinutes: 60 },
        ],
      },
    })),
  ]),
  'of two relationships over the same keys, one with orphans allowed, the strictest stands': workspace(table(plain), [
    {
      key: 'src-a',
      owner: 'team',
      model: {
        entities: ['o', 'p'].map((name) => ({
          key: name,
          grain: ['id'],
          from: { table: 'db.t', as: 'a' },
          attributes: [key, at, { key: 'other', type: 'string', expression: 'a.other' }],
        })),
      },
    },
    {
      key: 'cdp-a',
      owner: 'team',
      useCase: { decision: 'What next?' },
      model: {
        entities: [
          {
            key: 'e',
            grain: ['id'],
            from: { entity: 'src-a.o', as: 'a' },
            attributes: [
              key,
              at,
              { key: 'first', type: 'string', expression: 'a.other' },
              { key: 'second', type: 'string', expression: 'a.other' },
            ],
          },
          { key: 'f', grain: ['id'], from: { entity: 'src-a.p', as: 'a' }, attributes: [key] },
        ],
        relationships: [
          { key: 'one', from: 'e.first', to: 'f.id', cardinality: 'many-to-one', role: 'one' },
          { key: 'two', from: 'e.second', to: 'f.id', cardinality: 'many-to-one', role: 'two' },
        ],
        measures: [{ key: 'n', entity: 'e', aggregation: 'count' }],
        metrics: [{ key: 'm', kind: 'simple', measure: 'n', time: 'e.at', slices: ['two.id'] }],
        expectations: [{ on: 'one', rule: 'reference', maxOrphans: 0.05 }],
      },
    },
  ]),
  'a house rule is held against each who needs it: what one is not offered at all hides nothing of what the other is': {
    headwater: 1,
    workspace: { name: 'Drawn' },
    policies: [{ key: 'rule-0', requires: [{ rule: 'deadline', at: '05:00' }] }],
    products: [
      { key: 'src-1', promises: { deadline: '23:00' } },
      {
        key: 'agg-d',
        model: { entities: [{ key: 'o2', grain: ['id'], attributes: [{ key: 'id', type: 'string' }] }] },
      },
      {
        key: 'cdp-0',
        model: {
          entities: [
            {
              key: 'e2',
              grain: ['id'],
              from: { entity: 'agg-d.o2', as: 'a' },
              attributes: [
                { key: 'id', type: 'string' },
                { key: 'ref', type: 'string' },
              ],
            },
          ],
          expectations: [{ on: 'e2.ref', rule: 'completeness', min: 0.999 }],
        },
      },
      {
        key: 'cdp-1',
        model: {
          entities: [
            {
              key: 'e0',
              grain: ['id'],
              attributes: [
                { key: 'id', type: 'string' },
                { key: 'first_b_at', type: 'timestamp' },
              ],
            },
            {
              key: 'e1',
              grain: ['id'],
              attributes: [
                { key: 'id', type: 'string' },
                { key: 'ref', type: 'string' },
              ],
            },
          ],
          relationships: [{ key: 'e1_up', from: 'e1.ref', to: 'e0.id', cardinality: 'many-to-one' }],
          measures: [{ key: 'cdp_1_m0_measure', entity: 'e1', aggregation: 'count' }],
          metrics: [{ key: 'cdp_1_m0', kind: 'simple', measure: 'cdp_1_m0_measure', time: 'e0.first_b_at' }],
        },
      },
    ],
  },
};

const ANY_ORDER = Array.from({ length: 900 }, (_, index) => (index * 7919 + 13) % 10_007);

for (const [about, file] of Object.entries(PINNED)) {
  test(about, () => {
    const snapshot = read(file);
    const plan = planned(snapshot);
    const resolved = resolve(snapshot, consumersIn(snapshot));
    expect(plan.consumers.flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'error'))).toEqual([]);
    expect(findDisagreements(plan, resolved)).toEqual([]);
    expect(findKindDisagreements(plan, resolveKinds(viewOf(snapshot), resolved.demands))).toEqual([]);
    expect(findUntoldRows(resolved.demands, plan)).toEqual([]);
    expect(planned(read(reordered(drawFrom(ANY_ORDER), file)))).toEqual(plan);
  });
}

function read(file: Json) {
  const snapshot = readWorkspace(JSON.stringify(file), { format: 'json' });
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  return snapshot.value;
}

function consumersIn({ products }: ReturnType<typeof read>): string[] {
  return products.filter(({ alignment }) => alignment === 'consumer').map(({ key: name }) => name);
}

function planned(snapshot: ReturnType<typeof read>) {
  const plan = planPush(snapshot, consumersIn(snapshot));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}
