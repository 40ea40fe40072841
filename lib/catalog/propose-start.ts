import type { KnownNumber } from './known-numbers';
import { type SearchHit, searchCatalog } from './search';
import type { WorkspaceSnapshot } from './snapshot';
import { wordForms } from './word-forms';

export type StartAnswers = { decision: string; numbers: readonly string[] };
/** Something of the catalog for what a person said they need; `asked` is the part of their words that found it. */
type StartProposal = { for: string; from: 'number' | 'decision'; asked: string; hit: SearchHit };
export type StartProposals = {
  proposals: StartProposal[];
  /** Numbers that nothing in the catalog answers to, as they were said. */
  nothing: string[];
};

const PER_NUMBER_MAX = 3;
const FROM_DECISION_MAX = 4;
/** Words that say how a number is made or asked for, and not what it is about. */
const SMALL = new Set(
  wordForms(
    'a an and are as at average be by can count did do does each every for from get had has have how if in is it its last ' +
      'less many mean median more most much my new next no not number of off on or our out over per percent percentage ' +
      'rate ratio share should so sum than that the their them these they this those to top total up us we were what ' +
      'when where which who whom why will with within would you your day week month quarter year',
  ),
);

/**
 * Where to begin, from what a person says they decide and which numbers they decide by. Every proposal is a record of the
 * catalog and carries the text that made it answer; nothing is made up, so a number nothing answers to is told as such.
 * A number is looked for whole, then by the longest run of its telling words; what others work out under these words comes
 * before what merely is called like one of them. A decision is looked through only for what entities are called. In the
 * order the words were said, best first for each; the same thing offered by several is proposed once.
 */
export function proposeStart(
  offered: WorkspaceSnapshot,
  { decision, numbers }: StartAnswers,
  known: readonly KnownNumber[] = [],
): StartProposals {
  const said = [...new Set(numbers.map((number) => number.trim()).filter((number) => number !== ''))];
  const taken = new Set<string>();
  const nothing: string[] = [];
  const forNumbers = said.flatMap((number): StartProposal[] => {
    const found = withKnown(known, number, findWords(offered, number));
    if (found === null) nothing.push(number);
    return figuresFirst(offered, distinct(found?.hits ?? []))
      .slice(0, PER_NUMBER_MAX)
      .map((hit) => ({ for: number, from: 'number', asked: found?.asked ?? number, hit }));
  });
  for (const { hit } of forNumbers) taken.add(entityKey(hit));
  const forDecision = runsOf(tellingWords(decision)).flatMap((asked): StartProposal[] => {
    const [hit] = searchCatalog(offered, asked).filter((found) => found.kind === 'entity' && isCalled(found, asked));
    if (!hit || taken.has(entityKey(hit))) return [];
    taken.add(entityKey(hit));
    return [{ for: decision.trim(), from: 'decision', asked, hit }];
  });
  return { proposals: [...forNumbers, ...forDecision.slice(0, FROM_DECISION_MAX)], nothing };
}

/** First what somebody's number of these words is made from, unless something is called by all of them. */
function withKnown(known: readonly KnownNumber[], number: string, found: ReturnType<typeof findWords>) {
  const wanted = tellingWords(number);
  if (found && found.asked === number && wanted.length > 1) return found;
  const asked = runsOf(wanted).find((run) => known.some(({ words }) => isSaid(words, run)));
  if (asked === undefined || (found && found.asked.split(' ').length > asked.split(' ').length)) return found;
  // What is called so as well keeps that as its reason, which is the shorter one.
  const hits = known
    .filter(({ words }) => isSaid(words, asked))
    .map(({ hit }) => found?.hits.find(({ ref }) => ref === hit.ref) ?? hit);
  return { asked, hits: [...hits, ...(found?.hits ?? [])] };
}

function isSaid(words: readonly string[], run: string): boolean {
  return run.split(' ').every((word) => words.includes(word));
}

/** What is called by all of the words, then what is called by the longest run of them; descriptions only for want of both. */
function findWords(offered: WorkspaceSnapshot, number: string): { asked: string; hits: SearchHit[] } | null {
  const whole = searchCatalog(offered, number);
  const called = whole.filter(({ why }) => why.in !== 'description');
  const runs = runsOf(tellingWords(number));
  const run = runs.find((asked) => searchCatalog(offered, asked).some((hit) => isCalled(hit, asked)));
  const byRun = run === undefined ? [] : searchCatalog(offered, run).filter((hit) => isCalled(hit, run));
  const hits = [...called, ...byRun];
  if (hits.length > 0) return { asked: called.length > 0 ? number : (run ?? number), hits };
  return whole.length > 0 ? { asked: number, hits: whole } : null;
}

/**
 * What a thing is called weighs; that a word stands somewhere in a description is too little to begin with. One word must
 * be the beginning of a name; several may be spread over the names of a field and of its entity.
 */
function isCalled({ why }: SearchHit, asked: string): boolean {
  return why.in !== 'description' && (why.how !== 'holds' || asked.includes(' '));
}

function tellingWords(text: string): string[] {
  return wordForms(text).filter((word) => word.length > 1 && !SMALL.has(word));
}

/** Every run of neighbouring words, the longest first. */
function runsOf(words: readonly string[]): string[] {
  const longest = Math.min(words.length, 3);
  return Array.from({ length: longest }, (_, at) => longest - at).flatMap((length) =>
    words.slice(0, words.length - length + 1).map((_, start) => words.slice(start, start + length).join(' ')),
  );
}

/** A number is rather made of a figure than of a state or a text of the same name. */
function figuresFirst({ products }: WorkspaceSnapshot, hits: readonly SearchHit[]): SearchHit[] {
  const isWord = ({ product, id }: SearchHit) => {
    const record = products.find(({ key }) => key === product)?.model.records[id];
    return record?.kind === 'attribute' && (record.role === 'category' || record.role === 'text');
  };
  return [...hits.filter((hit) => !isWord(hit)), ...hits.filter(isWord)];
}

function distinct(hits: readonly SearchHit[]): SearchHit[] {
  const known = new Set<string>();
  return hits.filter((hit) => {
    const key = `${hit.kind} ${hit.entity ?? ''}.${hit.name}`;
    return !known.has(key) && known.add(key);
  });
}

function entityKey({ entity, name }: SearchHit): string {
  return entity ?? name;
}
