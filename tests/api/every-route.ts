import type { routes } from '@/lib/api/routes';

/**
 * One request to each route there is, about a thing of Casa Verde where it is about one. `refuses` is somebody who works
 * there and may not do it, with the answer they get; without it everybody there may. `elsewhere` is what an administrator
 * of another workspace gets: a thing that is not there for them, or what is theirs.
 */
export type Sample = {
  address: string;
  body?: unknown;
  refuses?: { as: string; code: string };
  elsewhere: 'not-there' | 'theirs' | 'anybody';
};

const RETENTION = '/products/cdp-retention';
const ORDERS = '/products/src-orders';
const ASK = '/asks/cdp-retention~src-orders~order';
const wish = { target: 'order.status', from: { expression: 'o.status' } };
const notYours = (as: string) => ({ as, code: 'forbidden' });

/** A route without a sample does not compile. */
export const EVERY_ROUTE = {
  health: { address: '/health', elsewhere: 'anybody' },
  description: { address: '/openapi.json', elsewhere: 'anybody' },
  switchPerson: { address: '/demo/session', body: { person: 'ana' }, elsewhere: 'not-there' },
  me: { address: '/me', elsewhere: 'theirs' },
  people: { address: '/people', elsewhere: 'theirs' },
  products: { address: '/products', elsewhere: 'theirs' },
  product: { address: ORDERS, elsewhere: 'not-there' },
  draft: { address: `${RETENTION}/draft`, elsewhere: 'not-there' },
  saveDraft: {
    address: `${RETENTION}/draft`,
    body: { put: [], remove: ['nothing'] },
    refuses: notYours('carla'),
    elsewhere: 'not-there',
  },
  saveLayout: {
    address: `${RETENTION}/draft/layout`,
    body: { positions: {} },
    refuses: notYours('carla'),
    elsewhere: 'not-there',
  },
  draftChanges: { address: `${RETENTION}/draft/changes?since=0`, elsewhere: 'not-there' },
  preview: { address: `${RETENTION}/preview`, body: {}, elsewhere: 'not-there' },
  send: {
    address: `${RETENTION}/send`,
    body: { reason: 'try', fingerprint: 'x' },
    refuses: notYours('carla'),
    elsewhere: 'not-there',
  },
  versions: { address: `${RETENTION}/versions`, elsewhere: 'not-there' },
  version: { address: `${RETENTION}/versions/1`, elsewhere: 'not-there' },
  candidates: { address: `${RETENTION}/candidates?record=x`, elsewhere: 'not-there' },
  proposals: { address: `${RETENTION}/proposals?numbers=revenue`, elsewhere: 'not-there' },
  templates: { address: '/templates', elsewhere: 'anybody' },
  inbox: { address: '/inbox', elsewhere: 'theirs' },
  home: { address: '/home', elsewhere: 'theirs' },
  ask: { address: ASK, elsewhere: 'not-there' },
  askChanges: { address: `${ASK}/changes`, elsewhere: 'not-there' },
  decideAsk: {
    address: `${ASK}/decision`,
    body: { action: 'accept' },
    refuses: notYours('elisa'),
    elsewhere: 'not-there',
  },
  decideAsks: {
    address: '/asks/decisions',
    body: { action: 'accept', asks: [{ ask: 'cdp-retention~src-orders~order', version: 1 }] },
    refuses: notYours('elisa'),
    elsewhere: 'not-there',
  },
  consequence: { address: `${ASK}/consequence`, body: { lines: ['x'], value: 1 }, elsewhere: 'not-there' },
  whatIf: {
    address: '/what-if',
    body: { change: { schedules: [] }, consumers: ['cdp-retention'] },
    elsewhere: 'not-there',
  },
  provideOptions: { address: `${ASK}/provide-options?target=order.status`, elsewhere: 'not-there' },
  entityOptions: { address: `${ASK}/entity-options?target=order`, elsewhere: 'not-there' },
  previewProvision: {
    address: `${ASK}/provide-preview`,
    body: wish,
    refuses: notYours('elisa'),
    elsewhere: 'not-there',
  },
  provide: { address: `${ASK}/provide`, body: wish, refuses: notYours('elisa'), elsewhere: 'not-there' },
  lineage: { address: '/lineage', elsewhere: 'theirs' },
  fieldTrace: { address: '/lineage/field?product=src-orders&field=order.status', elsewhere: 'not-there' },
  whatExists: { address: '/what-exists?q=order', elsewhere: 'theirs' },
  sources: { address: '/sources', elsewhere: 'theirs' },
  ledger: { address: '/ledger', elsewhere: 'theirs' },
  ledgerRows: { address: '/ledger/rows?of=tables&from=3', elsewhere: 'theirs' },
  ledgerColumns: { address: '/ledger/columns?source=shop&table=orders', elsewhere: 'not-there' },
  ledgerFile: { address: '/ledger/file', elsewhere: 'theirs' },
  keepPrices: { address: '/ledger/prices', body: { copies: 2 }, refuses: notYours('ana'), elsewhere: 'theirs' },
  sharedWork: { address: '/shared-work', elsewhere: 'theirs' },
  workspaceFile: { address: '/workspace/file', elsewhere: 'theirs' },
  importWorkspace: {
    address: '/workspace/import',
    body: { text: 'headwater: 1\nworkspace: { name: Elsewhere }\nproducts: []\n' },
    refuses: notYours('ana'),
    elsewhere: 'theirs',
  },
  events: { address: '/events?since=0', elsewhere: 'theirs' },
  eventStream: { address: '/events/stream', elsewhere: 'theirs' },
  markRead: { address: '/events/read', body: { seq: 0 }, elsewhere: 'theirs' },
  comments: { address: '/comments?subject=product:src-orders', elsewhere: 'not-there' },
  addComment: { address: '/comments', body: { subject: 'product:src-orders', body: 'Hello' }, elsewhere: 'not-there' },
  resolveComment: { address: '/comments/COMMENT/resolution', body: { isResolved: true }, elsewhere: 'not-there' },
  commentCounts: { address: `${RETENTION}/comment-counts`, elsewhere: 'not-there' },
  tellPresence: { address: `${RETENTION}/presence`, body: { isHere: false }, elsewhere: 'not-there' },
  buildSheet: { address: `${ORDERS}/build-sheet`, elsewhere: 'not-there' },
  buildSheetFile: { address: `${ORDERS}/build-sheet.md`, elsewhere: 'not-there' },
  createProduct: {
    address: '/products',
    body: { name: 'New', alignment: 'source', owner: 'order-platform', domain: null, description: '' },
    refuses: notYours('ana'),
    elsewhere: 'not-there',
  },
  changeProduct: {
    address: ORDERS,
    body: { promises: { freshnessMinutes: 60 } },
    refuses: notYours('bruno'),
    elsewhere: 'not-there',
  },
  productEffect: {
    address: `${ORDERS}/effect`,
    body: { promises: { freshnessMinutes: 60 } },
    refuses: notYours('bruno'),
    elsewhere: 'not-there',
  },
  publishPreview: { address: `${ORDERS}/publish-preview`, refuses: notYours('ana'), elsewhere: 'not-there' },
  publish: {
    address: `${ORDERS}/publish`,
    body: { reason: 'try' },
    refuses: notYours('ana'),
    elsewhere: 'not-there',
  },
  teams: { address: '/teams', elsewhere: 'theirs' },
  createTeam: {
    address: '/teams',
    body: { name: 'Elsewhere team', domain: null },
    refuses: notYours('carla'),
    elsewhere: 'theirs',
  },
  changeTeam: {
    address: '/teams/order-platform',
    body: { name: 'Orders', domain: null },
    refuses: notYours('carla'),
    elsewhere: 'not-there',
  },
  addPerson: {
    address: '/people',
    body: { name: 'Yara', title: '', role: 'analyst', teams: [] },
    refuses: notYours('carla'),
    elsewhere: 'theirs',
  },
  changePerson: {
    address: '/people/carla',
    body: { role: 'admin' },
    refuses: notYours('carla'),
    elsewhere: 'not-there',
  },
} as const satisfies Record<keyof typeof routes, Sample>;
