import { compareText } from '@/lib/base/compare-text';
import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { groupBy } from '@/lib/base/group-by';
import { ok, type Result } from '@/lib/base/result';
import type { Product, Promises, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { buildMinutes } from '@/lib/engine/lineage/lineage';
import type { Plan, Requirement, RequirementKind, Verdict } from '@/lib/engine/plan';
import { planNames } from '@/lib/engine/push/plan-names';
import { indexModel } from '@/lib/model/model-index';
import { allow } from './allow';
import { type AskedThrough, askedThrough } from './asked-through';
import { drawnEdges } from './drawn-edges';
import { liveLoop, livePlanInSlices } from './live-plan';
import { type Organisation, organisationOf } from './organisation';
import { publishedNumbers } from './published-numbers';
import type { Refusal } from './refusal';
import type { ReadStore } from './store';
import { countStanding } from './summarise-products';
import type { World } from './world';
import { worstVerdict } from './worst-verdict';

type Lineage = { products: ReturnType<typeof placeOnBoard>[]; edges: Edges; loop: string[] | null };
type Standing = Awaited<ReturnType<ReadStore['standingAsks']>>;
const boards = new WeakMap<WorkspaceSnapshot, { plan: Plan; standing: Standing; lineage: Lineage }>();

/**
 * All products and who reads whom, with what the consumers need against what is promised. The same board as long as the
 * plan and what is asked are the same.
 */
export async function readLineage(world: World): Promise<Result<Lineage, Refusal>> {
  const { actor, store } = world;
  const allowed = allow(actor, 'catalog.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const consumers = await store.pushedConsumers();
  const standing = await store.standingAsks();
  const plan = await livePlanInSlices(snapshot, consumers);
  const known = boards.get(snapshot);
  if (known?.plan === plan && known.standing === standing) return ok(known.lineage);
  const versions = await publishedNumbers(store, snapshot);
  const chipsOf = chipsBy(snapshot, plan);
  const organisation = organisationOf(snapshot);
  const lineage = {
    products: snapshot.products.map((product) => {
      const asked = countStanding(standing.get(product.key) ?? []);
      const version = versions.get(product.key) ?? null;
      return placeOnBoard(product, { asked, version, organisation, chips: chipsOf(product) });
    }),
    edges: edgesOf(snapshot, plan),
    loop: liveLoop(snapshot, consumers),
  };
  boards.set(snapshot, { plan, standing, lineage });
  return ok(lineage);
}

type Placed = {
  asked: { open: number; reliedOnBy: number };
  version: number | null;
  organisation: Organisation;
  chips: ReturnType<typeof promiseChips>;
};

function placeOnBoard(product: Product, { asked, version, organisation, chips }: Placed) {
  const { key, name, alignment, status, build } = product;
  const { open: asks, reliedOnBy } = asked;
  const [domain, owner] = [organisation.domain(product.domain), organisation.team(product.owner)];
  return { key, name, alignment, domain, owner, status, build, chips, asks, reliedOnBy, version };
}

function chipsBy(snapshot: WorkspaceSnapshot, plan: Plan) {
  const { asked } = askedThrough(snapshot, plan);
  const verdicts = verdictsByConsumer(plan);
  const composites = new Map(plan.consumers.map(({ key, composite }) => [key, composite]));
  return ({ key, alignment, promises }: Product) =>
    alignment === 'consumer'
      ? consumerChips(composites.get(key) ?? {}, (kind) => verdicts.get(`${kind} ${key}`) ?? null)
      : promiseChips(promises, asked(key));
}

function promiseChips({ freshnessMinutes, availability, completeness }: Promises, asked: readonly Requirement[]) {
  const verdictOf = (kind: RequirementKind) =>
    worstVerdict(asked.filter((row) => row.kind === kind && row.target === null));
  return [
    ...(freshnessMinutes === undefined
      ? []
      : [{ kind: 'freshness' as const, words: describeMinutes(freshnessMinutes), verdict: verdictOf('freshness') }]),
    ...(availability === undefined
      ? []
      : [{ kind: 'availability' as const, words: describeShare(availability), verdict: verdictOf('availability') }]),
    ...(completeness === undefined
      ? []
      : [{ kind: 'completeness' as const, words: describeShare(completeness), verdict: verdictOf('completeness') }]),
  ];
}

/** The worst of what binds each consumer, by `kind consumer`, of the kinds it shows. */
function verdictsByConsumer({ requirements }: Plan): ReadonlyMap<string, Verdict | null> {
  const rows = requirements.filter(({ kind }) => kind === 'freshness' || kind === 'availability');
  const bound = rows.flatMap((row) => row.binding.map((consumer) => ({ row, name: `${row.kind} ${consumer}` })));
  const groups = groupBy(bound, ({ name }) => name);
  return new Map([...groups].map(([name, group]) => [name, worstVerdict(group.map(({ row }) => row))]));
}

/** A consumer promises nothing itself: what is shown is what reaches it, judged by all it asks of others. */
function consumerChips(
  { freshnessMinutes, availability }: Plan['consumers'][number]['composite'],
  verdictOf: (kind: RequirementKind) => Verdict | null,
) {
  return [
    ...(freshnessMinutes === undefined
      ? []
      : [{ kind: 'freshness' as const, words: describeMinutes(freshnessMinutes), verdict: verdictOf('freshness') }]),
    ...(availability === undefined
      ? []
      : [{ kind: 'availability' as const, words: aboutShare(availability), verdict: verdictOf('availability') }]),
  ];
}

/** A product of many shares has many digits, and a card room for two; rounded down, it says no more than is so. */
function aboutShare(share: number): string {
  return describeShare(Math.floor(share * 10_000 + 1e-6) / 10_000);
}

type Edges = ReturnType<typeof describeEdges>;
const edges = new WeakMap<Plan, Edges>();

/** A plan is of one snapshot, and neither changes. */
function edgesOf(snapshot: WorkspaceSnapshot, plan: Plan) {
  const known = edges.get(plan) ?? describeEdges(snapshot, askedThrough(snapshot, plan));
  edges.set(plan, known);
  return known;
}

function describeEdges(snapshot: WorkspaceSnapshot, { asked, worstThrough }: AskedThrough) {
  const products = new Map(snapshot.products.map((product) => [product.key, product]));
  const names = planNames(snapshot);
  return drawnEdges(snapshot).map(({ from, to, entities, attributes }) => {
    const reader = products.get(to);
    const age = reader ? ageOver(asked, from, reader) : null;
    const slackMinutes = age && age.needed - age.spent - age.offered;
    const isAgeFine = slackMinutes !== null && slackMinutes >= 0;
    return {
      from,
      to,
      verdict: worstThrough(from, to, isAgeFine ? 'freshness' : null),
      slackMinutes,
      age,
      entities: [...entities].sort(compareText).map((entity) => ({ key: entity, name: names.target(from, entity) })),
      attributes: attributes.size,
    };
  });
}

/**
 * The room this one reader leaves: what is needed of it, less what its own run spends, against what is offered to it. A
 * product's own slack is that of its strictest reader, and would be wrong on the line to any other.
 */
function ageOver(asked: AskedThrough['asked'], from: string, reader: Product) {
  const ageOf = (key: string) => asked(key).find((row) => row.kind === 'freshness');
  const needed = ageOf(reader.key)?.value ?? statedAge(reader);
  const offered = ageOf(from)?.supply;
  if (typeof needed !== 'number' || typeof offered !== 'number') return null;
  const { every, takes } = buildMinutes(reader.build);
  return { needed, spent: every + takes, offered };
}

function statedAge({ model }: Product): number | null {
  const ages = indexModel(model).byKind.expectation.flatMap(({ rule, onId }) =>
    rule.rule === 'freshness' && onId === null ? [rule.maxMinutes] : [],
  );
  return ages.length === 0 ? null : Math.min(...ages);
}
