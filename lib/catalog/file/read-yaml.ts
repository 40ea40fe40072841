import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import { brokenText } from './check-text';
import type { Finding, FindingFacts } from './finding';
import type { ReadLimits } from './limits';
import { guardWeight, ReadingEnds, type ReadTree } from './read-tree';
import { resolveScalar } from './resolve-scalar';
import { listNode, mapNode, scalarNode, type TreeEntry, type TreeNode } from './tree';

/**
 * YAML 1.2 core schema into a tree with places. Values are built from js-yaml's events and not by its loader: events
 * carry offsets, and a key such as `__proto__` never becomes a property. Tags, merge keys and keys that are not text
 * are refused; aliases are followed by reference, and what they expand to is added up on the way.
 */
export function readYaml(text: string, limits: ReadLimits): ReadTree {
  const findings: Finding[] = [];
  try {
    // The parser counts the scalar at the bottom as a level of its own.
    const events = parseEvents(text, { maxDepth: limits.depthMax + 1 });
    const composer: Composer = { text, limits, events, next: 0, path: [], anchors: new Map(), aliases: 0, findings };
    return { tree: composeFile(composer), findings };
  } catch (error) {
    if (error instanceof ReadingEnds) return { tree: null, findings: [...findings, error.finding] };
    if (error instanceof YAMLException) return { tree: null, findings: [toFinding(error, limits)] };
    throw error;
  }
}

function toFinding(error: YAMLException, limits: ReadLimits): Finding {
  return { ...toFacts(error, limits), at: error.mark?.position ?? 0, path: [] };
}

function toFacts({ reason }: YAMLException, limits: ReadLimits): FindingFacts {
  if (reason.startsWith('nesting exceeded')) return { code: 'too-large', what: 'depth', max: limits.depthMax };
  if (reason.startsWith('tab characters')) return { code: 'tabs' };
  return { code: 'syntax', reason: reason.replace(/\p{C}/gu, '\uFFFD').slice(0, REASON_MAX) };
}

/** The parser quotes what it read, and what it read may be a page of anything. */
const REASON_MAX = 200;

type Composer = {
  readonly text: string;
  readonly limits: ReadLimits;
  readonly events: readonly Event[];
  next: number;
  /** Where the composer stands; pushed and popped on the way. */
  path: (string | number)[];
  /** Null while the named node is still being read. */
  readonly anchors: Map<string, TreeNode | null>;
  aliases: number;
  readonly findings: Finding[];
};

function composeFile(composer: Composer): TreeNode {
  const first = composer.events[0];
  if (first?.type !== EVENT_ID.DOCUMENT) throw end(composer, { code: 'empty' }, 0);
  const tag = first.directives.find((directive) => directive.kind === 'tag');
  if (tag) throw end(composer, { code: 'tag', tag: `%TAG ${tag.handle}` }, Math.max(0, composer.text.indexOf('%TAG')));
  composer.next = 1;
  const tree = composeNode(composer, 0);
  // The event after the root closes the document; any other one opens a second.
  const second = composer.events[composer.next + 2];
  if (second) throw end(composer, { code: 'several-documents' }, startOf(second) ?? composer.text.length);
  return tree;
}

function composeNode(composer: Composer, fallbackAt: number): TreeNode {
  const event = composer.events[composer.next++];
  if (!event) throw new Error('the event stream ended inside a node');
  const at = startOf(event) ?? fallbackAt;
  if (event.type === EVENT_ID.ALIAS) return followAlias(composer, event.anchorStart, event.anchorEnd);
  if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) throw new Error('a node was expected');
  const tag = slice(composer, event.tagStart, event.tagEnd);
  if (tag !== null) composer.findings.push(finding(composer, { code: 'tag', tag }, event.tagStart));
  const anchor = slice(composer, event.anchorStart, event.anchorEnd);
  if (anchor !== null) composer.anchors.set(anchor, null);
  const node = guardWeight(composeContent(composer, event, at), [...composer.path], composer.limits);
  if (anchor !== null) composer.anchors.set(anchor, node);
  return node;
}

type ContentEvent = Extract<Event, { tagStart: number }>;

function composeContent(composer: Composer, event: ContentEvent, at: number): TreeNode {
  if (event.type === EVENT_ID.SCALAR) return composeScalar(composer, event, at);
  return event.type === EVENT_ID.SEQUENCE ? composeList(composer, at) : composeMap(composer, at);
}

function composeScalar(composer: Composer, event: ScalarEvent, at: number): TreeNode {
  const written = getScalarValue(composer.text, event);
  const value = event.style === SCALAR_STYLE.PLAIN ? resolveScalar(written) : written;
  const broken = typeof value === 'string' ? brokenText(value) : null;
  if (broken) composer.findings.push(finding(composer, { code: 'encoding', found: broken }, at));
  return scalarNode(at, value);
}

function composeList(composer: Composer, at: number): TreeNode {
  const items: TreeNode[] = [];
  while (!closes(composer)) {
    composer.path.push(items.length);
    items.push(composeNode(composer, at));
    composer.path.pop();
  }
  return listNode(at, items);
}

function composeMap(composer: Composer, at: number): TreeNode {
  const entries = new Map<string, TreeEntry>();
  while (!closes(composer)) {
    const key = composeKey(composer, at);
    composer.path.push(key.name ?? '?');
    const value = composeNode(composer, key.at);
    composer.path.pop();
    if (key.name === null) continue;
    if (entries.has(key.name)) {
      composer.findings.push(finding(composer, { code: 'duplicate-key', key: key.name }, key.at));
    } else entries.set(key.name, { keyAt: key.at, value });
  }
  return mapNode(at, entries);
}

/** A key that cannot be used is reported, and its value is read past. */
function composeKey(composer: Composer, fallbackAt: number): { name: string | null; at: number } {
  const event = composer.events[composer.next];
  const node = composeNode(composer, fallbackAt);
  const at = (event && startOf(event)) ?? fallbackAt;
  const name =
    node.kind === 'scalar' && typeof node.value === 'string' && event?.type === EVENT_ID.SCALAR ? node.value : null;
  const isPlain = event?.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN;
  const wrong = wrongKey(name, isPlain);
  if (wrong) composer.findings.push(finding(composer, wrong, at));
  return { name: wrong ? null : name, at };
}

function wrongKey(name: string | null, isPlain: boolean): FindingFacts | null {
  if (name === null) return { code: 'key-not-text' };
  if (name === '<<' && isPlain) return { code: 'merge-key' };
  return name === '__proto__' ? { code: 'forbidden-key', key: name } : null;
}

function followAlias(composer: Composer, start: number, stop: number): TreeNode {
  const name = composer.text.slice(start, stop);
  const at = start - 1;
  composer.aliases++;
  const max = composer.limits.aliasesMax;
  if (composer.aliases > max) throw end(composer, { code: 'too-large', what: 'aliases', max }, at);
  const node = composer.anchors.get(name);
  if (!node) throw end(composer, { code: 'alias', name, found: node === null ? 'itself' : 'nothing' }, at);
  return node;
}

/** True at the end of the open list or map, which it steps over. */
function closes(composer: Composer): boolean {
  if (composer.events[composer.next]?.type !== EVENT_ID.POP) return false;
  composer.next++;
  return true;
}

/** The first character of what an event stands for, its tag and anchor included; null for an empty value. */
function startOf(event: Event): number | null {
  if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return null;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  const starts = [event.tagStart, event.anchorStart - 1, contentStart(event)].filter((start) => start >= 0);
  return starts.length === 0 ? null : Math.min(...starts);
}

function contentStart(event: ContentEvent): number {
  if (event.type !== EVENT_ID.SCALAR) return event.start;
  const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return isQuoted ? event.valueStart - 1 : event.valueStart;
}

function slice(composer: Composer, start: number, stop: number): string | null {
  return start < 0 ? null : composer.text.slice(start, stop);
}

function finding(composer: Composer, facts: FindingFacts, at: number): Finding {
  return { ...facts, at, path: [...composer.path] };
}

function end(composer: Composer, facts: FindingFacts, at: number): ReadingEnds {
  return new ReadingEnds(finding(composer, facts, at));
}
