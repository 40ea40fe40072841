import { z } from 'zod';
import { joinWords } from '@/lib/base/join-words';
import { unreachable } from '@/lib/base/unreachable';
import type { PlanNames } from '@/lib/engine/push/plan-names';
import { tellCounts } from './tell-counts';

const product = z.string();
const count = z.number().int();
const team = z.string().nullable();
/** Why a consumer was planned again: somebody changed what it reads, or agreed to be given less. */
const Through = z.enum(['change', 'agreement']);
export type Through = z.infer<typeof Through>;

/** What happens to products, teams and people themselves, beside what is asked of them. */
export const OwnerEvents = [
  /** An attribute somebody wished for has an origin now. */
  z.strictObject({
    kind: z.literal('attribute-provided'),
    subject: z.strictObject({ product, version: count, target: z.string(), lines: count }),
  }),
  /** What a consumer needs was planned again because something upstream changed, or because it agreed to something there. */
  z.strictObject({
    kind: z.literal('consumer-replanned'),
    subject: z.strictObject({
      product,
      because: z.string(),
      how: Through.optional(),
      asked: count,
      covered: count,
      withdrawn: count,
      /** What can no longer be computed, by the names people read; left out where nothing is lost. */
      lost: z.array(z.string()).optional(),
    }),
  }),
  z.strictObject({ kind: z.literal('product-created'), subject: z.strictObject({ product, name: z.string() }) }),
  z.strictObject({
    kind: z.literal('product-changed'),
    subject: z.strictObject({ product, fields: z.array(z.string()) }),
  }),
  z.strictObject({ kind: z.literal('owner-handed-over'), subject: z.strictObject({ product, from: team, to: team }) }),
  /** What keeping and moving data costs, as the ledger counts it. */
  z.strictObject({ kind: z.literal('prices-changed'), subject: z.strictObject({}) }),
  z.strictObject({
    kind: z.enum(['team-created', 'team-changed']),
    subject: z.strictObject({ team: z.string(), name: z.string() }),
  }),
  z.strictObject({
    kind: z.enum(['person-added', 'person-changed']),
    subject: z.strictObject({ person: z.string(), name: z.string() }),
  }),
] as const;
export const OwnerEvent = z.discriminatedUnion('kind', OwnerEvents);
export type OwnerEvent = z.infer<typeof OwnerEvent>;
type Replanned = Extract<OwnerEvent, { kind: 'consumer-replanned' }>['subject'];

/** What of such an event a reader can open. */
export function subjectOfOwnerEvent(event: OwnerEvent): { product?: string; version?: number } {
  if (event.kind === 'attribute-provided') return { product: event.subject.product, version: event.subject.version };
  return 'product' in event.subject ? { product: event.subject.product } : {};
}

/** The event as a sentence without its full stop. */
export function tellOwnerEvent(event: OwnerEvent, names: PlanNames, who: string): string {
  switch (event.kind) {
    case 'attribute-provided': {
      const { product: key, target, version } = event.subject;
      return `${who} provided ${names.target(key, target)} in ${names.product(key)}, version ${version}`;
    }
    case 'consumer-replanned': {
      const { product: key, because, how } = event.subject;
      const did = how === 'agreement' ? `agreed with` : 'changed';
      return `${who} ${did} ${names.product(because)}, and ${names.product(key)} was planned again${tellReplanned(event.subject)}`;
    }
    case 'product-created':
      return `${who} created ${event.subject.name}`;
    case 'product-changed':
      return `${who} changed ${joinWords(event.subject.fields.map(fieldWords))} of ${names.product(event.subject.product)}`;
    case 'owner-handed-over': {
      const { product: key, from, to } = event.subject;
      const whom = to === null ? 'nobody' : to;
      return `${who} handed ${names.product(key)} ${from === null ? '' : `over from ${from} `}to ${whom}`;
    }
    case 'prices-changed':
      return `${who} changed the prices`;
    case 'team-created':
      return `${who} founded the team ${event.subject.name}`;
    case 'team-changed':
      return `${who} changed the team ${event.subject.name}`;
    case 'person-added':
      return `${who} added ${event.subject.name}`;
    case 'person-changed':
      return `${who} changed what ${event.subject.name} belongs to`;
    default:
      return unreachable(event);
  }
}

/** ": 1 asked, 3 withdrawn; Late orders can no longer be computed": what there is of it, the loss last. */
function tellReplanned({ asked, covered, withdrawn, lost = [] }: Replanned): string {
  const counts = tellCounts({ asked, covered, withdrawn });
  const loss = lost.length === 0 ? '' : `${joinWords(lost)} can no longer be computed`;
  const told = [counts, loss].filter((part) => part !== '').join('; ');
  return told === '' ? '' : `: ${told}`;
}

const FIELDS: Readonly<Record<string, string>> = {
  build: 'the schedule',
  promises: 'the promises',
  ports: 'the ports',
  goodFor: 'what it is good for',
  notFor: 'what it is not for',
  domain: 'the domain',
  useCase: 'the decision it serves',
};

function fieldWords(field: string): string {
  return FIELDS[field] ?? `the ${field}`;
}
