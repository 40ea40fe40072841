import { z } from 'zod';
import { Agreement } from '@/lib/catalog/agreement';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { RequirementKind } from '../plan';

/**
 * A story a non-programmer can read. `lineage` draws products that each hold one thing and read one another by its id;
 * `workspace` is a whole workspace file where the story is about the models themselves. `want` is the plan, told line by
 * line and only as far as `show` says.
 */
const Node = z.strictObject({
  reads: z.array(z.string()).default([]),
  every: z.number().optional(),
  takes: z.number().optional(),
  streaming: z.number().optional(),
  /** What a source or aggregate promises. */
  promises: z.number().optional(),
  closes: z.string().optional(),
  availability: z.number().optional(),
  completeness: z.number().optional(),
  /** What a consumer needs. */
  freshness: z.number().optional(),
  deadline: z.string().optional(),
});
type Node = z.infer<typeof Node>;

export const Show = z.enum([
  ...RequirementKind.options,
  'binding',
  'short',
  'own',
  'scopes',
  'unused',
  'conflicts',
  'ways out',
  'checks',
  'issues',
  'not planned',
]);
export type Show = z.infer<typeof Show>;

export const Scenario = z.strictObject({
  about: z.string(),
  lineage: z.record(z.string(), Node).optional(),
  workspace: z.record(z.string(), z.unknown()).optional(),
  /** Beside a lineage: who gives whom how long notice. */
  contracts: z.array(z.unknown()).optional(),
  /** Beside a lineage: house rules. */
  policies: z.array(z.unknown()).optional(),
  consumers: z.array(z.string()).optional(),
  /** What consumers have agreed to in place of what they ask. */
  agreed: z.record(z.string(), z.array(Agreement)).optional(),
  show: z.array(Show),
  want: z.array(z.string()),
});
export type Scenario = z.infer<typeof Scenario>;

export function toWorkspace(scenario: Scenario): { snapshot: WorkspaceSnapshot; consumers: string[] } {
  const { contracts = [], policies = [] } = scenario;
  const file = scenario.workspace ?? { ...drawLineage(scenario.lineage ?? {}), contracts, policies };
  const snapshot = readWorkspace(JSON.stringify({ headwater: 1, ...file }), { format: 'json' });
  if (!snapshot.ok) throw new Error(snapshot.error.map((problem) => problem.words).join('\n'));
  const consumers = snapshot.value.products.filter((product) => product.alignment === 'consumer');
  const products = snapshot.value.products.map((product) => {
    const agreements = scenario.agreed?.[product.key];
    return agreements ? { ...product, agreements } : product;
  });
  return {
    snapshot: { ...snapshot.value, products },
    consumers: scenario.consumers ?? consumers.map((product) => product.key),
  };
}

function drawLineage(lineage: Record<string, Node>): Record<string, unknown> {
  const sources = Object.keys(lineage).filter((key) => key.startsWith('src-'));
  const column = (name: string, type: string) => ({ name, type });
  return {
    workspace: { name: 'Scenario' },
    teams: [{ key: 'team', name: 'Team' }],
    sources: [
      {
        key: 'db',
        tables: sources.map((key) => ({
          name: tableOf(key),
          rows: 100,
          bytes: 1000,
          key: ['id'],
          columns: [column('id', 'string'), column('at', 'timestamp')],
        })),
      },
    ],
    products: Object.entries(lineage).map(([key, node]) => drawProduct(key, node)),
  };
}

function drawProduct(key: string, node: Node): Record<string, unknown> {
  const isConsumer = key.startsWith('cdp-');
  const [first, ...others] = node.reads;
  const from = first === undefined ? { table: `db.${tableOf(key)}`, as: 'a' } : { entity: `${first}.thing`, as: 'a' };
  const joins = others.map((input, at) => ({
    entity: `${input}.thing`,
    as: `b${at}`,
    type: 'inner',
    on: `a.id = b${at}.id`,
  }));
  const own = { freshnessMinutes: node.promises, deadline: node.closes };
  const shares = isConsumer ? {} : { availability: node.availability, completeness: node.completeness };
  return {
    key,
    owner: 'team',
    build: buildOf(node),
    promises: defined({ ...own, ...shares }),
    ...(isConsumer ? { useCase: { decision: 'What to do' } } : {}),
    model: {
      entities: [
        {
          key: 'thing',
          grain: ['id'],
          from,
          ...(joins.length > 0 ? { joins } : {}),
          attributes: [
            { key: 'id', type: 'string', role: 'identifier', expression: 'a.id' },
            { key: 'at', type: 'timestamp', role: 'time', expression: 'a.at' },
          ],
        },
      ],
      ...(isConsumer ? drawNeeds(node) : {}),
    },
  };
}

function drawNeeds(node: Node): Record<string, unknown> {
  const expectations = [
    node.freshness === undefined ? [] : { on: 'model', rule: 'freshness', maxMinutes: node.freshness },
    node.availability === undefined ? [] : { on: 'model', rule: 'availability', min: node.availability },
    node.completeness === undefined ? [] : { on: 'model', rule: 'completeness', min: node.completeness },
    node.deadline === undefined ? [] : { on: 'model', rule: 'deadline', at: node.deadline },
  ];
  return {
    measures: [{ key: 'things', entity: 'thing', aggregation: 'count' }],
    metrics: [{ key: 'how_many', kind: 'simple', measure: 'things', time: 'thing.at' }],
    expectations: expectations.flat(),
  };
}

function buildOf(node: Node): Record<string, unknown> {
  if (node.streaming !== undefined) return { mode: 'streaming', takesMinutes: node.streaming };
  if (node.every === undefined) return { mode: 'virtual' };
  return { mode: 'scheduled', everyMinutes: node.every, takesMinutes: node.takes ?? 0 };
}

function tableOf(key: string): string {
  return key.replace(/-/g, '_');
}

function defined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
