import { type Asking, askEach, askOne, type Known, reportRepeat, reportUnknown, suggest } from './asking';
import { type Cursor, child, findingAt, isWritten, itemsOf, textOf } from './cursor';
import { collectAttributes, collectModelNames, type ModelNames } from './file-names';
import { findCut } from './find-cut';
import { findTarget, splitReference } from './reference';

type Model = { readonly asking: Asking; readonly names: ModelNames };
const NONE: ReadonlySet<string> = new Set();

/** Everything in one model that names what is not there, or leaves out what only its neighbours make necessary. */
export function findModelProblems(asking: Asking, model: Cursor): void {
  const names = collectModelNames(model, []);
  const here: Model = { asking, names };
  for (const entity of itemsOf(child(model, 'entities'))) checkEntity(here, entity);
  for (const relationship of itemsOf(child(model, 'relationships'))) {
    checkEnd(here, child(relationship, 'from'));
    checkEnd(here, child(relationship, 'to'));
  }
  for (const segment of itemsOf(child(model, 'segments')))
    askOne(asking, child(segment, 'entity'), 'entity', names.entities);
  for (const measure of itemsOf(child(model, 'measures'))) {
    askOne(asking, child(measure, 'entity'), 'entity', names.entities);
    askEach(asking, child(measure, 'segments'), 'segment', names.segments);
  }
  for (const metric of itemsOf(child(model, 'metrics'))) checkMetric(here, metric);
  for (const driver of itemsOf(child(model, 'drivers'))) checkDriver(here, driver);
  for (const expectation of itemsOf(child(model, 'expectations'))) checkExpectation(here, expectation);
}

function checkEntity({ asking }: Model, entity: Cursor): void {
  const attributes = collectAttributes(entity, []);
  askEach(asking, child(entity, 'grain'), 'attribute', attributes);
  askEach(asking, child(entity, 'groupBy'), 'attribute', attributes);
  const from = child(entity, 'from');
  if (from.node?.kind === 'map') checkInput(asking, from);
  for (const join of itemsOf(child(entity, 'joins'))) checkInput(asking, join);
}

function checkInput(asking: Asking, input: Cursor): void {
  const { sources, products } = asking.names;
  askEither(asking, input, ['table', 'entity']);
  askPair(asking, child(input, 'table'), {
    owner: 'source',
    member: 'table',
    known: sources,
    membersOf: (source) => sources.get(source),
  });
  askPair(asking, child(input, 'entity'), {
    owner: 'product',
    member: 'entity',
    known: products,
    membersOf: (product) => products.get(product)?.entities,
  });
}

/** Exactly one of the keys stands here. */
function askEither(asking: Asking, cursor: Cursor, keys: readonly string[]): void {
  if (cursor.node?.kind !== 'map') return;
  const written = keys.filter((key) => isWritten(child(cursor, key)));
  if (written.length === 1) return;
  asking.findings.push(
    findingAt(cursor, { code: 'either-key', keys, found: written.length === 0 ? 'none' : 'several' }),
  );
}

type Pair = { owner: string; member: string; known: Known; membersOf: (owner: string) => Known | undefined };

/** Reports `owner.member` where either half names nothing. True when both do. */
function askPair(asking: Asking, cursor: Cursor, { owner, member, known, membersOf }: Pair): boolean {
  const name = textOf(cursor);
  if (name === null) return false;
  const parts = splitReference(name);
  if (!parts) {
    asking.findings.push(findingAt(cursor, { code: 'malformed-reference', name, expected: `${owner}.${member}` }));
    return false;
  }
  const members = membersOf(parts.owner);
  if (!members) reportUnknown(asking, cursor, { what: owner, name: parts.owner, known });
  if (!members || members.has(parts.member)) return members !== undefined;
  const meant = suggest(asking, parts.member, members);
  const nearest = meant === null ? null : `${parts.owner}.${meant}`;
  asking.findings.push(findingAt(cursor, { code: 'unknown-reference', what: member, name, nearest }));
  return false;
}

function askAttribute({ asking, names }: Model, cursor: Cursor): boolean {
  const { entities } = names;
  const membersOf = (entity: string) => entities.get(entity);
  return askPair(asking, cursor, { owner: 'entity', member: 'attribute', known: entities, membersOf });
}

/** An attribute by its entity, or by the role its entity is reached in. */
function askCut(model: Model, cursor: Cursor): boolean {
  const written = textOf(cursor);
  return (written !== null && findCut(model.names, written) !== null) || askAttribute(model, cursor);
}

/** One attribute, a list of attributes of one entity, or an entity whose attributes are not chosen yet. */
function checkEnd(model: Model, end: Cursor): void {
  const { asking, names } = model;
  const alone = textOf(end);
  if (alone !== null && !alone.includes('.')) {
    askOne(asking, end, 'entity', names.entities);
    return;
  }
  const places = alone === null ? itemsOf(end) : [end];
  const seen = new Set<string>();
  for (const place of places) {
    const name = textOf(place);
    if (askAttribute(model, place) && name !== null) reportRepeat(asking, place, { what: 'attribute', name, seen });
  }
  const entities = [...new Set([...seen].map((name) => splitReference(name)?.owner ?? name))];
  if (entities.length > 1) asking.findings.push(findingAt(end, { code: 'ends-differ', entities }));
}

function checkMetric(model: Model, metric: Cursor): void {
  const { asking, names } = model;
  askOne(asking, child(metric, 'measure'), 'measure', names.measures);
  for (const key of ['numerator', 'denominator', 'metric']) askOne(asking, child(metric, key), 'metric', names.metrics);
  askOne(asking, child(metric, 'owner'), 'team', asking.names.teams);
  askEach(asking, child(metric, 'segments'), 'segment', names.segments);
  askCut(model, child(metric, 'time'));
  const seen = new Set<string>();
  for (const slice of itemsOf(child(metric, 'slices'))) {
    const name = textOf(slice);
    if (askCut(model, slice) && name !== null) reportRepeat(asking, slice, { what: 'attribute', name, seen });
  }
  const isOpen = !isWritten(child(metric, 'window')) && !isWritten(child(metric, 'toDate'));
  if (textOf(child(metric, 'kind')) === 'cumulative' && isOpen) askEither(asking, metric, ['window', 'toDate']);
}

function checkDriver(model: Model, driver: Cursor): void {
  const { asking, names } = model;
  askOne(asking, child(driver, 'from'), 'metric', names.metrics);
  askOne(asking, child(driver, 'to'), 'metric', names.metrics);
  askAttribute(model, child(driver, 'by'));
  const kind = textOf(child(driver, 'kind'));
  const key = kind === 'segment' ? 'by' : 'to';
  if (kind === null || isWritten(child(driver, key))) return;
  const expected = key === 'by' ? 'the attribute that cuts the metric' : 'the metric that is driven';
  asking.findings.push(findingAt(driver, { code: 'missing-key', key, expected }));
}

function checkExpectation(model: Model, expectation: Cursor): void {
  const { asking, names } = model;
  const on = child(expectation, 'on');
  const written = textOf(on);
  const target = written === null ? null : findTarget(names, written);
  if (written !== null && target === null) reportTarget(model, on, written);
  askOne(asking, child(expectation, 'weight'), 'measure', names.measures);
  askOne(asking, child(expectation, 'left'), 'metric', names.metrics);
  askOne(asking, child(expectation, 'right'), 'metric', names.metrics);
  if (textOf(child(expectation, 'rule')) === 'delivery')
    askOne(asking, child(expectation, 'product'), 'product', asking.names.products);
  const entity = target?.kind === 'entity' ? target.name : target?.kind === 'attribute' ? target.entity : null;
  checkUnique(model, child(expectation, 'attributes'), entity);
}

/** A bare name is an attribute of the entity the expectation is about; another entity's is written with it. */
function checkUnique(model: Model, attributes: Cursor, entity: string | null): void {
  const { asking, names } = model;
  const seen = new Set<string>();
  for (const item of itemsOf(attributes)) {
    const name = textOf(item);
    if (name === null) continue;
    const isFound =
      name.includes('.') || entity === null
        ? askAttribute(model, item)
        : askOne(asking, item, 'attribute', names.entities.get(entity) ?? NONE);
    if (isFound) reportRepeat(asking, item, { what: 'attribute', name, seen });
  }
}

function reportTarget(model: Model, on: Cursor, written: string): void {
  const { asking, names } = model;
  if (splitReference(written)) {
    askAttribute(model, on);
    return;
  }
  const known = new Set(['model', ...names.entities.keys(), ...names.relationships, ...names.metrics]);
  reportUnknown(asking, on, { what: 'entity, relationship or metric', name: written, known });
}
