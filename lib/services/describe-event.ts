import { countOf } from '@/lib/base/count-of';
import { unreachable } from '@/lib/base/unreachable';
import type { PlanNames } from '@/lib/engine/push/plan-names';
import { subjectOfCommentEvent, tellCommentEvent } from './comment-events';
import type { NamedPerson, WhoIs } from './named-change';
import { subjectOfOwnerEvent, tellOwnerEvent } from './owner-events';
import type { StoredEvent } from './store';
import { tellCounts } from './tell-counts';

/** What happened, as one sentence with its subject. */
export function describeEvent(event: StoredEvent, names: PlanNames, whoIs: WhoIs) {
  const by = whoIs(event.byId);
  return {
    seq: event.seq,
    kind: event.kind,
    at: event.at.toISOString(),
    by,
    subject: subjectOf(event),
    words: `${tell(event, names, by)}.`,
  };
}

type Subject = Partial<Record<'product' | 'consumer' | 'ask' | 'record' | 'comment', string | undefined>> &
  Partial<Record<'version' | 'revision', number | undefined>>;

function subjectOf(event: StoredEvent): Subject {
  switch (event.kind) {
    case 'workspace-imported':
      return {};
    case 'draft-saved':
      return { product: event.subject.product, revision: event.subject.revision };
    case 'version-published':
    case 'pushed-upstream':
      return { product: event.subject.product, version: event.subject.version };
    case 'ask-proposed':
    case 'ask-covered':
    case 'ask-withdrawn':
    case 'ask-accepted':
    case 'ask-declined':
    case 'ask-countered':
    case 'ask-questioned':
    case 'ask-deferred':
    case 'ask-delegated':
    case 'ask-agreed':
    case 'ask-answered':
    case 'ask-implemented':
    case 'ask-verified':
      return { product: event.subject.product, consumer: event.subject.consumer, ask: event.subject.ask };
    case 'attribute-provided':
    case 'consumer-replanned':
    case 'product-created':
    case 'product-changed':
    case 'owner-handed-over':
    case 'prices-changed':
    case 'team-created':
    case 'team-changed':
    case 'person-added':
    case 'person-changed':
      return subjectOfOwnerEvent(event);
    case 'comment-added':
    case 'comment-resolved':
    case 'comment-reopened':
      return subjectOfCommentEvent(event);
    default:
      return unreachable(event);
  }
}

function tell(event: StoredEvent, names: PlanNames, by: NamedPerson | null): string {
  const who = by?.name ?? 'Somebody who is gone';
  switch (event.kind) {
    case 'workspace-imported':
      return `${who} brought in the workspace ${event.subject.name} with ${countOf(event.subject.products, 'product')}`;
    case 'draft-saved': {
      const { product, put, removed } = event.subject;
      return `${who} changed ${countOf(put + removed, 'thing')} in the draft of ${names.product(product)}`;
    }
    case 'version-published': {
      const { product, version, reason } = event.subject;
      return `${who} published version ${version} of ${names.product(product)}: ${reason.replace(/\.$/, '')}`;
    }
    case 'pushed-upstream': {
      const { product, asked, covered, withdrawn, reason } = event.subject;
      const told = tellCounts({ asked, covered, withdrawn });
      const why = reason === undefined ? '' : ` (“${reason.replace(/\.$/, '')}”)`;
      return `${who} sent ${names.product(product)} upstream${why}${told === '' ? '' : `: ${told}`}`;
    }
    case 'ask-proposed':
      return `${who} asked ${whatOf(event.subject, names)} for ${names.product(event.subject.consumer)}`;
    case 'ask-covered':
      return `What ${names.product(event.subject.consumer)} needs of ${placeOf(event.subject, names)} is promised already`;
    case 'ask-withdrawn':
      return `${names.product(event.subject.consumer)} no longer needs ${whatOf(event.subject, names)}`;
    case 'ask-accepted':
      return `${who} accepted ${whatOf(event.subject, names)} for ${names.product(event.subject.consumer)}`;
    case 'ask-declined':
      return `${who} declined ${whatOf(event.subject, names)} for ${names.product(event.subject.consumer)}`;
    case 'ask-countered':
      return `${who} offered something else for ${whatOf(event.subject, names)} to ${names.product(event.subject.consumer)}`;
    case 'ask-questioned':
      return `${who} asked ${names.product(event.subject.consumer)} about ${whatOf(event.subject, names)}`;
    case 'ask-deferred':
      return `${who} put off ${whatOf(event.subject, names)} for ${names.product(event.subject.consumer)}`;
    case 'ask-delegated':
      return `${who} handed ${whatOf(event.subject, names)} for ${names.product(event.subject.consumer)} to ${event.subject.to?.name ?? 'somebody else'}`;
    case 'ask-agreed':
      return `${who} agreed to what was offered for ${whatOf(event.subject, names)}, for ${names.product(event.subject.consumer)}`;
    case 'ask-answered':
      return `${who} asked again for ${whatOf(event.subject, names)}, for ${names.product(event.subject.consumer)}`;
    case 'ask-implemented':
      return `${who} built ${whatOf(event.subject, names)} for ${names.product(event.subject.consumer)}`;
    case 'ask-verified':
      return `${who} saw that ${whatOf(event.subject, names)} holds for ${names.product(event.subject.consumer)}`;
    case 'attribute-provided':
    case 'consumer-replanned':
    case 'product-created':
    case 'product-changed':
    case 'owner-handed-over':
    case 'prices-changed':
    case 'team-created':
    case 'team-changed':
    case 'person-added':
    case 'person-changed':
      return tellOwnerEvent(event, names, who);
    case 'comment-added':
    case 'comment-resolved':
    case 'comment-reopened':
      return tellCommentEvent(event, names, who);
    default:
      return unreachable(event);
  }
}

type AskSubject = { product: string; entity: string | null; lines: number };

function whatOf(subject: AskSubject, names: PlanNames): string {
  return `${countOf(subject.lines, 'thing')} of ${placeOf(subject, names)}`;
}

function placeOf({ product, entity }: AskSubject, names: PlanNames): string {
  return entity === null ? names.product(product) : `${names.target(product, entity)} in ${names.product(product)}`;
}
