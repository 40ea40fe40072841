import { z } from 'zod';
import { type CommentSubject, keyOfCommentSubject, readCommentSubject } from '@/lib/reviews/comment-subject';
import type { StoredComment, StoredMention } from '@/lib/services/store';
import type { Transaction } from './db';

type CommentRow = Awaited<ReturnType<Transaction['comment']['findMany']>>[number];

export async function readComments(tx: Transaction, workspaceId: string, subject: CommentSubject) {
  const rows = await tx.comment.findMany({
    where: { workspaceId, subjectKind: subject.kind, subjectKey: keyOfCommentSubject(subject) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(readRow);
}

export async function readComment(tx: Transaction, workspaceId: string, id: string): Promise<StoredComment | null> {
  const row = await tx.comment.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return row && readRow(row);
}

export async function countOpenThreads(tx: Transaction, workspaceId: string, productKey: string) {
  const rows = await tx.comment.groupBy({
    by: ['subjectKey'],
    where: { workspaceId, subjectKind: 'record', productKey, parentId: null, resolvedAt: null },
    _count: true,
  });
  return rows.map(({ subjectKey, _count }) => ({ record: subjectKey.slice(productKey.length + 1), open: _count }));
}

const Told = z.strictObject({ comment: z.string(), about: z.string(), seq: z.coerce.number() });

export async function readMentionsOf(
  tx: Transaction,
  workspaceId: string,
  personKey: string,
  limit: number,
): Promise<StoredMention[]> {
  const rows = await tx.comment.findMany({
    where: {
      workspaceId,
      mentions: { has: personKey },
      OR: [{ parentId: null, resolvedAt: null }, { parent: { resolvedAt: null } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  const products = [...new Set(rows.map((row) => row.productKey))];
  const events = await tx.$queryRaw`
    SELECT subject->>'comment' AS comment, subject->>'about' AS about, seq
    FROM event
    WHERE "workspaceId" = ${workspaceId} AND kind = 'comment-added' AND "productKeys" && ${products}::text[]
      AND subject->>'comment' = ANY(${rows.map((row) => row.id)}::text[])`;
  const told = new Map(
    z
      .array(Told)
      .parse(events)
      .map((one) => [one.comment, one]),
  );
  return rows.flatMap((row) => {
    const { about, seq } = told.get(row.id) ?? {};
    return about === undefined || seq === undefined ? [] : [{ ...readRow(row), about, seq }];
  });
}

/** A new comment, or whether a known one is resolved: what was said is never rewritten. */
export async function keepComment(tx: Transaction, workspaceId: string, comment: StoredComment): Promise<void> {
  const { id, subject, product, at, resolvedAt, resolvedById, ...rest } = comment;
  await tx.comment.upsert({
    where: { workspaceId_id: { workspaceId, id } },
    create: {
      ...rest,
      id,
      workspaceId,
      subjectKind: subject.kind,
      subjectKey: keyOfCommentSubject(subject),
      productKey: product,
      createdAt: at,
      resolvedAt,
      resolvedById,
    },
    update: { resolvedAt, resolvedById },
  });
}

function readRow({
  id,
  subjectKind,
  subjectKey,
  productKey,
  body,
  mentions,
  parentId,
  ...row
}: CommentRow): StoredComment {
  const subject = readCommentSubject(`${subjectKind}:${subjectKey}`);
  if (subject === null) throw new Error(`comment ${id} is about nothing: ${subjectKind}:${subjectKey}`);
  const { authorId, createdAt: at, resolvedAt, resolvedById } = row;
  return { id, subject, product: productKey, body, mentions, parentId, authorId, at, resolvedAt, resolvedById };
}
