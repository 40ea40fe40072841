import { z } from 'zod';
import { Instant, Named } from './named';

const COMMENT_LENGTH_MAX = 4_000;

/** `ask:KEY`, `record:PRODUCT:ID` or `product:KEY`. */
const Subject = z.string().min(1).max(600);

const said = {
  id: z.string(),
  /** Plain text, shown as it was typed. */
  body: z.string(),
  /** Keys of the people named in it. */
  mentions: z.array(z.string()),
  by: Named.nullable(),
  at: Instant,
};
export const Comment = z.strictObject(said);
export type Comment = z.infer<typeof Comment>;

/** A comment and its answers, oldest first; resolved, with who and when. */
export const Thread = z.strictObject({
  ...said,
  answers: z.array(Comment),
  resolved: z.strictObject({ by: Named.nullable(), at: Instant }).nullable(),
});
export type Thread = z.infer<typeof Thread>;

export const CommentsQuery = z.strictObject({ subject: Subject });
export const Comments = z.strictObject({ threads: z.array(Thread) });
export type Comments = z.infer<typeof Comments>;

export const AddComment = z.strictObject({
  subject: Subject,
  body: z.string().trim().min(1).max(COMMENT_LENGTH_MAX),
  /** The comment it answers. */
  parent: z.string().max(100).optional(),
});
export type AddComment = z.infer<typeof AddComment>;
export const CommentAdded = z.strictObject({ id: z.string() });

export const ResolveComment = z.strictObject({ isResolved: z.boolean() });

/** Open threads of a model, by record. */
export const CommentCounts = z.strictObject({
  records: z.array(z.strictObject({ record: z.string(), open: z.number().int() })),
});
export type CommentCounts = z.infer<typeof CommentCounts>;

/** A comment that names the reader. */
export const Mention = z.strictObject({
  comment: z.string(),
  thread: z.string(),
  on: z.enum(['ask', 'record', 'product']),
  product: z.string(),
  ask: z.string().optional(),
  record: z.string().optional(),
  /** What it is about, as it was called then. */
  about: z.string(),
  words: z.string(),
  by: Named.nullable(),
  at: Instant,
  seq: z.number().int(),
  /** The reader has not followed it since. */
  isNew: z.boolean(),
});
export type Mention = z.infer<typeof Mention>;
