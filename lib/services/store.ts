import type { Role } from '@/lib/catalog/role';
import type { Alignment, Prices, Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Cause, Requirement, RequirementKind, RequirementValue, Verdict } from '@/lib/engine/plan';
import type { Layout, LayoutPatch } from '@/lib/model/layout';
import type { ModelDocument, ModelRecord, RecordId } from '@/lib/model/records';
import type { AskAction } from '@/lib/reviews/ask-action';
import type { CommentSubject } from '@/lib/reviews/comment-subject';
import type { RequirementState } from '@/lib/reviews/state';
import type { EventFacts } from './event-facts';

/**
 * What the services need of a store, in their own words. Reads see what is committed; inside a `write` they see the
 * transaction. Nothing here decides anything: the store keeps, the services choose.
 */
type StoredWorkspace = {
  id: string;
  key: string;
  /** Rises with every change of the catalog, of a published model and of what was agreed: what was computed from one revision holds for it. */
  revision: number;
};
export type StoredPerson = {
  id: string;
  key: string;
  name: string;
  title: string;
  role: Role;
  teams: string[];
  initials: string;
};
export type StoredVersion = {
  id: string;
  number: number;
  fingerprint: string;
  reason: string;
  at: Date;
  byId: string | null;
};
/** What a product's row knows beside the snapshot. */
export type StoredProduct = {
  id: string;
  key: string;
  alignment: Alignment;
  /** Keys of the teams that answer for it: its owner, and its use case's. */
  owner: string | null;
  useCaseOwner: string | null;
  rowVersion: number;
  published: StoredVersion | null;
  /** The draft has been saved since it was last published. */
  hasDraft: boolean;
};
export type StoredDraft = {
  productId: string;
  /** The same one for everybody who reads this revision: what is worked out from it is worth keeping with it. */
  document: ModelDocument;
  revision: number;
  layout: Layout;
  layoutRevision: number;
};
export type StoredDraftChange = {
  revision: number;
  put: ModelRecord[];
  remove: RecordId[];
  byId: string | null;
  at: Date;
};
/** What the two sides have said to each other about a requirement, beside where it stands. Days are `YYYY-MM-DD`. */
export type Negotiated = {
  /** What the provider offers instead; once agreed, what holds in place of what was asked. */
  counterValue: RequirementValue;
  counterReason: string | null;
  counterDate: string | null;
  counteredById: string | null;
  counteredAt: Date | null;
  question: string | null;
  deferredUntil: string | null;
  /** The second name under an agreement; the first is whoever asked. */
  agreedById: string | null;
  agreedAt: Date | null;
};
export type StoredRequirement = Negotiated & {
  id: string;
  consumer: string;
  product: string;
  target: string | null;
  kind: RequirementKind;
  rule: string | null;
  role: 'direct' | 'indirect' | null;
  value: RequirementValue;
  dayOffset: number | null;
  timezone: string | null;
  verdict: Verdict;
  supply: RequirementValue;
  slack: number | null;
  hard: boolean;
  approximate: boolean;
  causes: Cause[];
  state: RequirementState;
  /** The push that asked for the value as it is now. */
  pushId: string;
  askedAt: Date;
  askedById: string | null;
  /** What they wrote to those who are asked; '' where nothing. */
  askedWhy: string;
  sinceVersion: number;
  decidedById: string | null;
  decidedAt: Date | null;
  reason: string | null;
  /** A person's key: who decides in the owner's stead. */
  delegateKey: string | null;
  version: number;
  /** Of what is asked, without who causes it or who offers what. */
  fingerprint: string;
};
/** A requirement without its reasons, of which it may have thousands: all a list needs. */
export type RequirementHead = Omit<StoredRequirement, 'causes'>;
/** By product; where nothing was ever asked of one, it is not there. */
export type AskedOf = ReadonlyMap<string, readonly RequirementHead[]>;
/** A requirement to be kept; when it was asked and by whom stands in its push. */
export type RequirementToKeep = Omit<StoredRequirement, 'askedAt' | 'askedById' | 'askedWhy'>;
type DecisionDetail = {
  value?: RequirementValue | undefined;
  date?: string | null | undefined;
  question?: string | undefined;
  until?: string | undefined;
  to?: string | undefined;
};
export type StoredDecision = {
  id: string;
  requirementId: string;
  ask: string;
  action: AskAction;
  byId: string;
  reason: string | null;
  /** What belongs to this action alone. */
  detail: DecisionDetail | null;
  at: Date;
};
export type DecisionToKeep = StoredDecision & { before: unknown; after: unknown };
/** An event to be written, with the state of things before and after it. */
export type EventToAppend = EventFacts & { before?: unknown; after?: unknown };
export type StoredEvent = EventFacts & { seq: number; at: Date; byId: string | null };
export type StoredComment = {
  id: string;
  subject: CommentSubject;
  /** The product it is said at, whatever the subject. */
  product: string;
  body: string;
  /** Keys of the people named in it. */
  mentions: string[];
  /** The comment that began the thread; null when this is it. */
  parentId: string | null;
  authorId: string;
  at: Date;
  resolvedAt: Date | null;
  resolvedById: string | null;
};
/** A comment with its event: how its subject was called then, and the event's number. */
export type StoredMention = StoredComment & { about: string; seq: number };
type PushToKeep = {
  id: string;
  productId: string;
  versionId: string;
  plan: unknown;
  summary: unknown;
  /** What whoever sends it writes to those who are asked; '' where nobody does. */
  reason: string;
  at: Date;
  byId: string | null;
};
/** Of a push, what it asked. */
export type StoredPush = { at: Date; byId: string | null; requirements: Requirement[] };
export type VersionToKeep = StoredVersion & { productId: string; document: ModelDocument; layout: Layout };

/** How many requirements of one ask are in one state. */
export type RequirementCount = {
  consumer: string;
  product: string;
  entity: string | null;
  state: RequirementState;
  lines: number;
  /** Of them, those that what is offered today does not meet. */
  unmet: number;
};

/** An ask as it stands, in so many states as its lines have. */
export type StandingAsk = Pick<RequirementCount, 'consumer' | 'product' | 'entity' | 'state'>;
/** One consumer that asks something of a product: of how many fields, and since when. */
export type Reliance = { consumer: string; attributes: number; since: Date };
export type CountFilter = { products?: readonly string[]; consumers?: readonly string[] };

export type RequirementFilter = {
  consumer?: string;
  consumers?: readonly string[];
  products?: readonly string[];
  delegate?: string;
  states?: readonly RequirementState[];
};

export type ReadStore = {
  workspace(): Promise<StoredWorkspace>;
  /** The published state of everything, of one revision. */
  snapshot(): Promise<{ snapshot: WorkspaceSnapshot; revision: number }>;
  people(): Promise<StoredPerson[]>;
  person(id: string): Promise<StoredPerson | null>;
  /** All of them, or those with these keys. */
  products(keys?: readonly string[]): Promise<StoredProduct[]>;
  product(key: string): Promise<StoredProduct | null>;
  draft(productKey: string): Promise<StoredDraft | null>;
  /** Of every product with a canvas, by its key. */
  layouts(): Promise<{ product: string; layout: Layout }[]>;
  /** 0 while there is no draft. */
  draftRevision(productId: string): Promise<number>;
  /** Where things stand on one product's canvas. */
  draftLayout(productId: string): Promise<Layout>;
  /** Accepted saves after a revision, oldest first. */
  draftChangesSince(productId: string, revision: number): Promise<StoredDraftChange[]>;
  /** Newest first. */
  versions(productId: string): Promise<StoredVersion[]>;
  /** A published model as it was; null when there is no such version. */
  version(productId: string, number: number): Promise<(StoredVersion & { document: ModelDocument }) | null>;
  /** By consumer and product, then by what they ask for: the same order whatever has happened to them. */
  requirements(filter: RequirementFilter): Promise<StoredRequirement[]>;
  /** All a consumer has ever asked, in the same order; not to be changed, as others read the same rows. */
  askedBy(consumer: string): Promise<readonly StoredRequirement[]>;
  /** All that is asked of these products, in the same order. The same list for a product until something of it changes. */
  askedOf(products: readonly string[]): Promise<AskedOf>;
  /** Another text as soon as anything a consumer has asked is another. */
  askedMark(consumer: string): Promise<string>;
  /** The same in the same order, without reasons. */
  requirementHeads(filter: RequirementFilter): Promise<RequirementHead[]>;
  /** Live requirements counted, of these products or of these consumers: what lists need of them. */
  requirementCounts(of: CountFilter): Promise<RequirementCount[]>;
  /** By product, what is asked of it. The same list for a product until something of it changes. */
  standingAsks(): Promise<ReadonlyMap<string, readonly StandingAsk[]>>;
  /** Who asks anything of a product, by key. */
  reliance(product: string): Promise<readonly Reliance[]>;
  /** Of these products, those of which something is asked that nobody has agreed to and what is offered does not meet. */
  unmetProducts(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Keys of products that ask or are asked, live or not. */
  askingProducts(): Promise<string[]>;
  decisions(askKey: string): Promise<StoredDecision[]>;
  /** Oldest first after `since`. */
  events(since: number, limit: number): Promise<StoredEvent[]>;
  /** Newest first. */
  eventsOfProduct(productKey: string, limit: number): Promise<StoredEvent[]>;
  /** The last thing that happened to any of these products after an event; saves of drafts left out. Newest first. */
  eventsOfProductsSince(productKeys: readonly string[], since: number, limit: number): Promise<StoredEvent[]>;
  /** The number of the newest event. */
  lastEvent(): Promise<number>;
  /** Of each ask of these products, the newest event that somebody else caused and that is news. */
  latestOfAsks(productKeys: readonly string[], exceptById: string): Promise<Map<string, number>>;
  /** The last event a person has seen; 0 before they looked for the first time. */
  readMark(personId: string): Promise<number>;
  /** The same of single things, as `ask <key>`, `comment <id>` or `home`. */
  seenThings(personId: string): Promise<Map<string, number>>;
  /** Oldest first. */
  comments(subject: CommentSubject): Promise<StoredComment[]>;
  comment(id: string): Promise<StoredComment | null>;
  /** How many threads are not resolved, by record of a product's model. */
  openThreads(productKey: string): Promise<{ record: string; open: number }[]>;
  /** Comments that name a person, in threads nobody has resolved; newest first. */
  mentionsOf(personKey: string, limit: number): Promise<StoredMention[]>;
  /** Newest first: what one consumer asked, push by push, up to a moment. */
  lastPushes(consumer: string, upTo: { until: Date; limit: number }): Promise<StoredPush[]>;
  /** Keys of the consumers that have been sent upstream. */
  pushedConsumers(): Promise<string[]>;
};

export type WriteStore = ReadStore & {
  /**
   * Makes every other writer of this workspace wait until the transaction ends. Each service that writes takes it first,
   * so writers queue up instead of blocking each other crosswise.
   */
  lockWorkspace(): Promise<StoredWorkspace>;
  /** Call in a transaction that changes the catalog, a published model or what was agreed. */
  countRevision(): Promise<void>;
  /** Adds one accepted save to a draft, which is made if there is none yet. */
  keepDraft(draft: DraftToKeep): Promise<void>;
  keepLayout(productId: string, layout: LayoutPatch): Promise<void>;
  /** The version becomes the published one, the draft stands on it, and a product that was a draft is published. */
  publish(version: VersionToKeep, draftRevision: number): Promise<void>;
  /** The draft stands on the version that is published already. */
  rebaseDraft(productId: string, versionId: string, draftRevision: number): Promise<void>;
  keepPush(push: PushToKeep): Promise<void>;
  /** Inserts or replaces by id; each row's `version` is as given. */
  keepRequirements(requirements: readonly RequirementToKeep[]): Promise<void>;
  keepDecisions(decisions: readonly DecisionToKeep[]): Promise<void>;
  /** A new comment, or whether a known one is resolved. */
  keepComment(comment: StoredComment): Promise<void>;
  /** The mark rises to this event, and never falls. */
  keepReadMark(personId: string, seq: number): Promise<void>;
  keepSeenThing(personId: string, thing: string, seq: number): Promise<void>;
  append(events: readonly EventToAppend[], byId: string | null, at: Date): Promise<void>;
  replaceCatalog(catalog: CatalogToKeep): Promise<void>;
  /** A new product at the end of the catalog, or a known one as it is now; its row version rises. */
  keepProduct(product: ProductToKeep): Promise<void>;
  /** Null: none are stated. */
  keepPrices(prices: Prices | null): Promise<void>;
  keepTeam(team: TeamToKeep): Promise<void>;
  keepPerson(person: PersonToKeep): Promise<void>;
};

/** One accepted save: what changed, and the revision it made. */
export type DraftToKeep = {
  productId: string;
  revision: number;
  put: readonly ModelRecord[];
  remove: readonly RecordId[];
  byId: string | null;
  at: Date;
};

export type TeamToKeep = { key: string; name: string; domain: string | null };
export type PersonToKeep = StoredPerson;

/** A product's row without its model, which stands in its draft and its versions. */
export type ProductToKeep = Omit<Product, 'model'> & { id: string };

/**
 * A whole catalog to put in the place of what is there. Products keep their identity, their versions and the history of
 * their draft by key; what is not in it any more is gone with all that was asked of or by it.
 */
export type CatalogToKeep = Omit<WorkspaceSnapshot, 'products'> & {
  products: readonly ProductToKeep[];
  removedProductIds: readonly string[];
  drafts: readonly DraftToKeep[];
  versions: readonly VersionToKeep[];
  /** Products of which nothing is published any more. */
  unpublishedProductIds: readonly string[];
  /** Which version each draft now stands on, and at which revision. */
  bases: readonly { productId: string; versionId: string; revision: number }[];
  layouts: readonly { productId: string; layout: LayoutPatch }[];
};
