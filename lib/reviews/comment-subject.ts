/** What somebody may comment on: an ask, a record of a product's model, or the product itself. */
export type CommentSubject =
  | { kind: 'ask'; ask: string }
  | { kind: 'record'; product: string; record: string }
  | { kind: 'product'; product: string };

const WRITTEN = /^(ask|record|product):(.+)$/s;

/** `ask:KEY`, `record:PRODUCT:ID` or `product:KEY`; null when it is none of them. Product keys never hold a colon. */
export function readCommentSubject(text: string): CommentSubject | null {
  const [, kind, rest = ''] = WRITTEN.exec(text) ?? [];
  if (kind === 'ask') return { kind, ask: rest };
  if (kind === 'product') return rest.includes(':') ? null : { kind, product: rest };
  const colon = rest.indexOf(':');
  const [product, record] = [rest.slice(0, colon), rest.slice(colon + 1)];
  return kind !== 'record' || colon < 1 || record === '' ? null : { kind, product, record };
}

/** The inverse of `readCommentSubject`. */
export function writeCommentSubject(subject: CommentSubject): string {
  return `${subject.kind}:${keyOfCommentSubject(subject)}`;
}

/** What tells a subject from the others of its kind. */
export function keyOfCommentSubject(subject: CommentSubject): string {
  if (subject.kind === 'ask') return subject.ask;
  return subject.kind === 'record' ? `${subject.product}:${subject.record}` : subject.product;
}
