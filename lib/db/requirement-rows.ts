import { z } from 'zod';
import { Cause, RequirementKind, RequirementValue, Verdict } from '@/lib/engine/plan';
import { AskAction } from '@/lib/reviews/ask-action';
import { RequirementState } from '@/lib/reviews/state';
import { isAgreed, isLive } from '@/lib/reviews/state-machine';
import type {
  CountFilter,
  DecisionToKeep,
  Reliance,
  RequirementCount,
  RequirementFilter,
  RequirementHead,
  RequirementToKeep,
  StoredDecision,
  StoredRequirement,
} from '@/lib/services/store';
import type { Transaction } from './db';
import type { Prisma } from './generated/client';

const Causes = z.array(Cause);
const Role = z.enum(['direct', 'indirect']).nullable();
const Detail = z
  .strictObject({
    value: RequirementValue.optional(),
    date: z.string().nullable().optional(),
    question: z.string().optional(),
    until: z.string().optional(),
    to: z.string().optional(),
  })
  .nullable();

type Row = Awaited<ReturnType<Transaction['requirement']['findMany']>>[number] & {
  push: { createdAt: Date; createdById: string | null; reason: string };
};

export async function readRequirements(
  tx: Transaction,
  workspaceId: string,
  filter: RequirementFilter,
): Promise<StoredRequirement[]> {
  const rows = await tx.requirement.findMany({ ...those(workspaceId, filter), include: { push: SENT } });
  return rows.map((row) => ({ ...readHead(row), causes: Causes.parse(row.causes) }));
}

export async function readRequirementHeads(
  tx: Transaction,
  workspaceId: string,
  filter: RequirementFilter,
): Promise<RequirementHead[]> {
  const rows = await tx.requirement.findMany({
    ...those(workspaceId, filter),
    include: { push: SENT },
    omit: { causes: true },
  });
  return rows.map(readHead);
}

const SENT = { select: { createdAt: true, createdById: true, reason: true } } as const;

function those(workspaceId: string, { consumer, consumers, products, delegate, states }: RequirementFilter) {
  const asking = consumer === undefined ? consumers : [consumer];
  return {
    where: {
      workspaceId,
      ...(asking === undefined ? {} : { consumerKey: { in: [...asking] } }),
      ...(delegate === undefined ? {} : { delegateKey: delegate }),
      ...(products === undefined ? {} : { productKey: { in: [...products] } }),
      ...(states === undefined ? {} : { state: { in: [...states] } }),
    },
    orderBy: [{ consumerKey: 'asc' }, { productKey: 'asc' }, { target: 'asc' }, { kind: 'asc' }, { rule: 'asc' }],
  } satisfies Prisma.RequirementFindManyArgs;
}

function readHead(row: Omit<Row, 'causes'>): RequirementHead {
  return {
    id: row.id,
    consumer: row.consumerKey,
    product: row.productKey,
    target: row.target === '' ? null : row.target,
    kind: RequirementKind.parse(row.kind),
    rule: row.rule === '' ? null : row.rule,
    role: Role.parse(row.role),
    value: RequirementValue.parse(row.value),
    dayOffset: row.dayOffset,
    timezone: row.timezone,
    verdict: Verdict.parse(row.verdict),
    supply: RequirementValue.parse(row.supply),
    slack: row.slack,
    hard: row.hard,
    approximate: row.approximate,
    state: RequirementState.parse(row.state),
    pushId: row.pushId,
    askedAt: row.push.createdAt,
    askedById: row.push.createdById,
    askedWhy: row.push.reason,
    sinceVersion: row.sinceVersion,
    decidedById: row.decidedById,
    decidedAt: row.decidedAt,
    reason: row.reason,
    counterValue: RequirementValue.parse(row.counterValue),
    counterReason: row.counterReason,
    counterDate: dayOf(row.counterDate),
    counteredById: row.counteredById,
    counteredAt: row.counteredAt,
    question: row.question,
    deferredUntil: dayOf(row.deferredUntil),
    delegateKey: row.delegateKey,
    agreedById: row.agreedById,
    agreedAt: row.agreedAt,
    version: row.version,
    fingerprint: row.fingerprint,
  };
}

/** The store keeps a day as midnight in UTC. */
function dayOf(at: Date | null): string | null {
  return at === null ? null : at.toISOString().slice(0, 10);
}

const Counted = z.array(
  z.object({
    consumer: z.string(),
    product: z.string(),
    entity: z.string(),
    state: RequirementState,
    lines: z.number(),
    unmet: z.number(),
  }),
);

export async function countRequirements(
  tx: Transaction,
  workspaceId: string,
  { products = [], consumers = [] }: CountFilter,
): Promise<RequirementCount[]> {
  if (products.length + consumers.length === 0) return [];
  const rows = await tx.$queryRaw`
    SELECT "consumerKey" AS consumer, "productKey" AS product, split_part(target, '.', 1) AS entity, state,
      count(*)::int AS lines, (count(*) FILTER (WHERE verdict <> 'met'))::int AS unmet
    FROM requirement
    WHERE "workspaceId" = ${workspaceId} AND state <> 'withdrawn'
      AND ("productKey" = ANY(${[...products]}) OR "consumerKey" = ANY(${[...consumers]}))
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
  return Counted.parse(rows).map((row) => ({ ...row, entity: row.entity === '' ? null : row.entity }));
}

const Relying = z.array(z.object({ consumer: z.string(), attributes: z.number(), since: z.date() }));

/** Counted by the store: of a product many rely on there are thousands of lines. */
export async function readReliance(tx: Transaction, workspaceId: string, product: string): Promise<Reliance[]> {
  return Relying.parse(
    await tx.$queryRaw`
      SELECT r."consumerKey" AS consumer, (count(*) FILTER (WHERE r.kind = 'attribute'))::int AS attributes,
        min(p."createdAt") AS since
      FROM requirement r JOIN push p ON p."workspaceId" = r."workspaceId" AND p.id = r."pushId"
      WHERE r."workspaceId" = ${workspaceId} AND r."productKey" = ${product} AND r.state <> 'withdrawn'
      GROUP BY 1 ORDER BY 1`,
  );
}

const UNMET = Verdict.options.filter((verdict) => verdict !== 'met');
const SETTLED = RequirementState.options.filter((state) => isAgreed(state) || !isLive(state));
const Keys = z.array(z.object({ key: z.string() }));

export async function readUnmetProducts(
  tx: Transaction,
  workspaceId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw`
    SELECT DISTINCT "productKey" AS key FROM requirement
    WHERE "workspaceId" = ${workspaceId} AND "productKey" = ANY(${[...keys]}) AND verdict = ANY(${UNMET})
      AND state <> ALL(${SETTLED})`;
  return new Set(Keys.parse(rows).map(({ key }) => key));
}

export async function readAskingProducts(tx: Transaction, workspaceId: string): Promise<string[]> {
  // What a consumer asked and withdrew would go with it, and the decisions made on it; of whom it was asked it would not.
  const rows = await tx.$queryRaw`
    SELECT DISTINCT key FROM (
      SELECT "consumerKey" AS key FROM requirement WHERE "workspaceId" = ${workspaceId}
      UNION SELECT "productKey" FROM requirement WHERE "workspaceId" = ${workspaceId} AND state <> 'withdrawn') AS asking
    ORDER BY key`;
  return Keys.parse(rows).map(({ key }) => key);
}

/** Inserts or replaces by id. One statement, because a push may carry thousands. */
export async function keepRequirements(
  tx: Transaction,
  workspaceId: string,
  requirements: readonly RequirementToKeep[],
): Promise<void> {
  if (requirements.length === 0) return;
  const rows = requirements.map(({ consumer, product, target, rule, causes, ...rest }) => ({
    ...rest,
    consumerKey: consumer,
    productKey: product,
    target: target ?? '',
    rule: rule ?? '',
    causes,
  }));
  await tx.$executeRaw`
    INSERT INTO requirement ("workspaceId", id, "consumerKey", "productKey", target, kind, rule, value, "dayOffset",
      timezone, verdict, supply, slack, hard, approximate, role, causes, state, "pushId", "sinceVersion", "decidedById",
      "decidedAt", reason, "counterValue", "counterReason", "counterDate", "counteredById", "counteredAt", question,
      "deferredUntil", "delegateKey", "agreedById", "agreedAt", version, fingerprint)
    SELECT ${workspaceId}, r.id, r."consumerKey", r."productKey", r.target, r.kind, r.rule, r.value, r."dayOffset",
      r.timezone, r.verdict, r.supply, r.slack, r.hard, r.approximate, r.role, r.causes, r.state, r."pushId",
      r."sinceVersion", r."decidedById", r."decidedAt", r.reason, r."counterValue", r."counterReason", r."counterDate",
      r."counteredById", r."counteredAt", r.question, r."deferredUntil", r."delegateKey", r."agreedById", r."agreedAt",
      r.version, r.fingerprint
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, "consumerKey" text, "productKey" text,
      target text, kind text, rule text, value jsonb, "dayOffset" float8, timezone text, verdict text, supply jsonb,
      slack float8, hard boolean, approximate boolean, role text, causes jsonb, state text, "pushId" text,
      "sinceVersion" int, "decidedById" text, "decidedAt" timestamptz, reason text, "counterValue" jsonb, "counterReason" text,
      "counterDate" date, "counteredById" text, "counteredAt" timestamptz, question text, "deferredUntil" date,
      "delegateKey" text, "agreedById" text, "agreedAt" timestamptz, version int, fingerprint text)
    ON CONFLICT ("workspaceId", id) DO UPDATE SET value = EXCLUDED.value, "dayOffset" = EXCLUDED."dayOffset",
      timezone = EXCLUDED.timezone, verdict = EXCLUDED.verdict, supply = EXCLUDED.supply, slack = EXCLUDED.slack,
      hard = EXCLUDED.hard, approximate = EXCLUDED.approximate, role = EXCLUDED.role, causes = EXCLUDED.causes,
      state = EXCLUDED.state, "pushId" = EXCLUDED."pushId", "sinceVersion" = EXCLUDED."sinceVersion",
      "decidedById" = EXCLUDED."decidedById", "decidedAt" = EXCLUDED."decidedAt", reason = EXCLUDED.reason,
      "counterValue" = EXCLUDED."counterValue", "counterReason" = EXCLUDED."counterReason",
      "counterDate" = EXCLUDED."counterDate", "counteredById" = EXCLUDED."counteredById",
      "counteredAt" = EXCLUDED."counteredAt", question = EXCLUDED.question,
      "deferredUntil" = EXCLUDED."deferredUntil", "delegateKey" = EXCLUDED."delegateKey",
      "agreedById" = EXCLUDED."agreedById", "agreedAt" = EXCLUDED."agreedAt",
      version = EXCLUDED.version, fingerprint = EXCLUDED.fingerprint`;
}

export async function readDecisions(tx: Transaction, workspaceId: string, askKey: string): Promise<StoredDecision[]> {
  const rows = await tx.decision.findMany({ where: { workspaceId, askKey }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return rows.map((row) => ({
    id: row.id,
    requirementId: row.requirementId,
    ask: row.askKey,
    action: AskAction.parse(row.action),
    byId: row.byId,
    reason: row.reason,
    detail: Detail.parse(row.detail),
    at: row.at,
  }));
}

export async function keepDecisions(
  tx: Transaction,
  workspaceId: string,
  decisions: readonly DecisionToKeep[],
): Promise<void> {
  await tx.decision.createMany({
    data: decisions.map(({ ask, before, after, detail, ...rest }) => ({
      ...rest,
      workspaceId,
      askKey: ask,
      ...(detail === null ? {} : { detail: JSON.parse(JSON.stringify(detail)) }),
      before: JSON.parse(JSON.stringify(before)),
      after: JSON.parse(JSON.stringify(after)),
    })),
  });
}
