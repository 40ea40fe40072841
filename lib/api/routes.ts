import { z } from 'zod';
import { Prices } from '@/lib/catalog/snapshot';
import { Ledger } from '@/lib/engine/ledger/ledger';
import { LayoutPatch } from '@/lib/model/layout';
import { AskPage, AsksDecided, DecideAsk, DecideAsks } from './asks';
import { Candidates, CandidatesQuery } from './candidates';
import { AskConsequence, ConsequenceQuestion } from './consequence';
import { AskChanges } from './diff-marks';
import { Draft, DraftSaved, SaveDraft } from './draft';
import { VERSION_MAX } from './entity-tag';
import { Events, EventsQuery } from './events';
import { Health } from './health';
import { Inbox } from './inbox';
import { LedgerColumns, LedgerColumnsQuery, LedgerPage, LedgerRows, LedgerRowsQuery, PricesKept } from './ledger';
import { FieldTrace, FieldTraceQuery, Lineage } from './lineage';
import { liveRoutes } from './live-routes';
import { Me } from './me';
import { ownerRoutes } from './owner-routes';
import { People, SwitchPerson } from './people';
import { Preview, PreviewRequest } from './preview';
import { ProductPage } from './product-page';
import { Products, ProductsQuery } from './products';
import { Proposals, ProposalsQuery } from './proposals';
import { type Route, route } from './route';
import { Send, Sent, Version, Versions } from './send';
import { SharedWork } from './shared-work';
import { Sources } from './sources';
import { Templates } from './templates';
import { WhatExists, WhatExistsQuery } from './what-exists';
import { WhatIfAnswer, WhatIfQuestion } from './what-if';
import { ImportWorkspace, WorkspaceFileQuery, WorkspaceImported } from './workspace-file';

export const API_ROOT = '/api/v1';

const ByKey = z.strictObject({ key: z.string().min(1).max(400) });

/** Every route there is. A test holds the route files against it; what is not listed here does not exist. */
export const routes = {
  ...ownerRoutes,
  ...liveRoutes,
  health: route({
    method: 'GET',
    path: '/health',
    action: 'health.read',
    summary: 'Whether the service can serve',
    auth: 'anyone',
    response: Health,
  }),
  description: route({
    method: 'GET',
    path: '/openapi.json',
    action: 'description.read',
    summary: 'This description',
    auth: 'anyone',
    response: z.record(z.string(), z.unknown()),
  }),
  me: route({ method: 'GET', path: '/me', action: 'me.read', summary: 'Who I am, and where', response: Me }),
  people: route({ method: 'GET', path: '/people', action: 'people.read', summary: 'Who works here', response: People }),
  switchPerson: route({
    method: 'PUT',
    path: '/demo/session',
    action: 'person.switch',
    summary: 'Be another person of the story (demo only)',
    auth: 'anyone',
    request: SwitchPerson,
    status: 204,
  }),
  products: route({
    method: 'GET',
    path: '/products',
    action: 'catalog.read',
    summary: 'The data products',
    query: ProductsQuery,
    response: Products,
  }),
  product: route({
    method: 'GET',
    path: '/products/{key}',
    action: 'catalog.read',
    summary: 'One data product: who relies on it, what is asked of it, what it holds',
    params: ByKey,
    response: ProductPage,
    etag: true,
  }),
  draft: route({
    method: 'GET',
    path: '/products/{key}/draft',
    action: 'draft.read',
    summary: 'The working copy of a model',
    params: ByKey,
    response: Draft,
    etag: true,
  }),
  saveDraft: route({
    method: 'PATCH',
    path: '/products/{key}/draft',
    action: 'draft.save',
    summary: 'Put and remove records of a draft',
    params: ByKey,
    request: SaveDraft,
    response: DraftSaved,
    etag: true,
    ifMatch: true,
    idempotencyKey: 'optional',
  }),
  saveLayout: route({
    method: 'PUT',
    path: '/products/{key}/draft/layout',
    action: 'draft.save',
    summary: 'Where things stand on the canvas; the last writer of each record and each area wins',
    params: ByKey,
    request: LayoutPatch,
    status: 204,
  }),
  preview: route({
    method: 'POST',
    path: '/products/{key}/preview',
    action: 'plan.preview',
    summary: 'What sending this model upstream would ask of others; nothing is asked yet',
    params: ByKey,
    request: PreviewRequest,
    response: Preview,
  }),
  send: route({
    method: 'POST',
    path: '/products/{key}/send',
    action: 'version.send',
    summary: 'Publish the draft and ask everyone upstream',
    params: ByKey,
    request: Send,
    response: Sent,
    status: 201,
    ifMatch: true,
    idempotencyKey: 'required',
  }),
  versions: route({
    method: 'GET',
    path: '/products/{key}/versions',
    action: 'catalog.read',
    summary: 'The published versions of a model, newest first',
    params: ByKey,
    response: Versions,
  }),
  version: route({
    method: 'GET',
    path: '/products/{key}/versions/{number}',
    action: 'catalog.read',
    summary: 'One published version of a model, with everything it said',
    params: z.strictObject({
      key: z.string().min(1).max(400),
      number: z.coerce.number().int().positive().max(VERSION_MAX),
    }),
    response: Version,
  }),
  candidates: route({
    method: 'GET',
    path: '/products/{key}/candidates',
    action: 'draft.read',
    summary: 'What could provide an entity or a field of this model, best first and with reasons',
    params: ByKey,
    query: CandidatesQuery,
    response: Candidates,
  }),
  proposals: route({
    method: 'GET',
    path: '/products/{key}/proposals',
    action: 'draft.read',
    summary: 'What the catalog has for a decision and its numbers, each with the record it comes from',
    params: ByKey,
    query: ProposalsQuery,
    response: Proposals,
  }),
  templates: route({
    method: 'GET',
    path: '/templates',
    action: 'catalog.read',
    summary: 'Models that come with the product, to begin with',
    response: Templates,
  }),
  inbox: route({
    method: 'GET',
    path: '/inbox',
    action: 'ask.read',
    summary: 'What others ask of my teams',
    response: Inbox,
  }),
  ask: route({
    method: 'GET',
    path: '/asks/{key}',
    action: 'ask.read',
    summary: 'One ask with its requirements and decisions',
    params: ByKey,
    response: AskPage,
    etag: true,
  }),
  askChanges: route({
    method: 'GET',
    path: '/asks/{key}/changes',
    action: 'ask.read',
    summary:
      'What whoever asks changed last against before, per product and reader: the difference as the lineage draws it',
    params: ByKey,
    response: AskChanges,
  }),
  decideAsk: route({
    method: 'POST',
    path: '/asks/{key}/decision',
    action: 'ask.decide',
    summary: 'Decide on an ask or answer a decision, whole or line by line',
    params: ByKey,
    request: DecideAsk,
    response: AskPage,
    etag: true,
    ifMatch: true,
    idempotencyKey: 'required',
  }),
  consequence: route({
    method: 'POST',
    path: '/asks/{key}/consequence',
    action: 'plan.preview',
    summary: 'What offering this instead would do to everybody who needs it; nothing is offered yet',
    params: ByKey,
    request: ConsequenceQuestion,
    response: AskConsequence,
  }),
  decideAsks: route({
    method: 'POST',
    path: '/asks/decisions',
    action: 'ask.decide',
    summary: 'The same decision on several asks, each at the version it was seen at: all of them or none',
    request: DecideAsks,
    response: AsksDecided,
    idempotencyKey: 'required',
  }),
  whatIf: route({
    method: 'POST',
    path: '/what-if',
    action: 'plan.preview',
    summary: 'What a change would do to everybody who reads data, by name; nothing is changed',
    request: WhatIfQuestion,
    response: WhatIfAnswer,
  }),
  lineage: route({
    method: 'GET',
    path: '/lineage',
    action: 'catalog.read',
    summary: 'All products and how they feed each other',
    response: Lineage,
  }),
  fieldTrace: route({
    method: 'GET',
    path: '/lineage/field',
    action: 'catalog.read',
    summary: 'The way of one field, from the columns it is read from to the numbers that stand on it',
    query: FieldTraceQuery,
    response: FieldTrace,
  }),
  whatExists: route({
    method: 'GET',
    path: '/what-exists',
    action: 'catalog.read',
    summary: 'What a model may be built from',
    query: WhatExistsQuery,
    response: WhatExists,
  }),
  sources: route({
    method: 'GET',
    path: '/sources',
    action: 'catalog.read',
    summary: 'The source inventory, and what of it is needed',
    response: Sources,
  }),
  ledger: route({
    method: 'GET',
    path: '/ledger',
    action: 'catalog.read',
    summary: 'What is needed of the sources, against copying everything',
    response: LedgerPage,
  }),
  ledgerRows: route({
    method: 'GET',
    path: '/ledger/rows',
    action: 'catalog.read',
    summary: 'One list of it, from a line on',
    query: LedgerRowsQuery,
    response: LedgerRows,
  }),
  ledgerColumns: route({
    method: 'GET',
    path: '/ledger/columns',
    action: 'catalog.read',
    summary: 'What the figures of one table of it add up',
    query: LedgerColumnsQuery,
    response: LedgerColumns,
  }),
  ledgerFile: route({
    method: 'GET',
    path: '/ledger/file',
    action: 'catalog.read',
    summary: 'All of it as one file, as the command prints it',
    response: Ledger,
  }),
  keepPrices: route({
    method: 'PUT',
    path: '/ledger/prices',
    action: 'prices.edit',
    summary: 'State what keeping and moving data costs',
    request: Prices,
    response: PricesKept,
    ifMatch: true,
  }),
  sharedWork: route({
    method: 'GET',
    path: '/shared-work',
    action: 'catalog.read',
    summary: 'What several use cases make alike, and the products that could make it once',
    response: SharedWork,
  }),
  workspaceFile: route({
    method: 'GET',
    path: '/workspace/file',
    action: 'workspace.export',
    summary: 'The whole workspace as one file',
    query: WorkspaceFileQuery,
    answers: 'yaml',
  }),
  importWorkspace: route({
    method: 'POST',
    path: '/workspace/import',
    action: 'workspace.import',
    summary: 'Replace the catalog with a workspace file; a refused file changes nothing',
    request: ImportWorkspace,
    response: WorkspaceImported,
    idempotencyKey: 'optional',
    canBeCalledOff: true,
  }),
  events: route({
    method: 'GET',
    path: '/events',
    action: 'event.read',
    summary: 'What happened, oldest first, after an event number',
    query: EventsQuery,
    response: Events,
  }),
} as const satisfies Record<string, Route>;
