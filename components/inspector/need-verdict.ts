import { repairsOf } from '@/components/push/freshness-repairs';
import type { Preview } from '@/lib/api/preview';
import { joinWords } from '@/lib/base/join-words';
import type { ConflictCode, Repair, Requirement } from '@/lib/engine/plan';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord, ModelDocument } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';

/** Whether a need can be had, and by whom: what stands beside its sentence. */
export type NeedVerdict =
  /** Nobody has confirmed it, so nobody is asked. */
  | { is: 'estimate' }
  | { is: 'met' }
  /** It takes somebody to promise more, or to begin offering it. */
  | { is: 'more'; words: string }
  | { is: 'cannot'; words: string; repairs: readonly Repair[] }
  /** Nothing upstream is asked: this model looks after it by itself, or nothing uses what it is about. */
  | { is: 'own'; words: string };

const CODES: { readonly [R in ExpectationRule['rule']]?: readonly ConflictCode[] } = {
  freshness: ['infeasible-freshness'],
  deadline: ['infeasible-deadline'],
  availability: ['infeasible-availability'],
  history: ['history-lost', 'history-max'],
  delivery: ['delivery'],
  reconcile: ['reconciliation'],
};

/** The verdict on one need from a preview; a product is called as `nameOf` says. */
export function findNeedVerdict(
  { plan, comparison }: Pick<Preview, 'plan' | 'comparison'>,
  document: ModelDocument,
  need: ExpectationRecord,
  nameOf: (product: string) => string,
): NeedVerdict {
  if (need.origin === 'estimated') return { is: 'estimate' };
  const name = nameOfRecord(document, need.id);
  const { added, tightened, relaxed, unchanged } = comparison;
  const asked = [...added, ...tightened, ...relaxed, ...unchanged];
  const rows = asked
    .filter((row) => row.because.some((cause) => cause.expectation === name))
    .map((row) => ({ ...row, verdict: verdictOn(name, row) }));
  const blocked = rows.filter(({ verdict }) => verdict === 'infeasible' || verdict === 'conflict');
  if (blocked.length > 0) return cannot(plan, need, blocked, nameOf);
  const missing = rows.filter(({ verdict }) => verdict === 'missing');
  const more = rows.filter(({ verdict }) => verdict === 'tighten');
  if (missing.length + more.length > 0) {
    const words = [
      ...(more.length > 0 ? [`${productsOf(more, nameOf)} must promise more`] : []),
      ...(missing.length > 0
        ? [`${productsOf(missing, nameOf)} ${one(missing) ? 'does' : 'do'} not offer it yet`]
        : []),
    ];
    return { is: 'more', words: `${words.join('; ')}.` };
  }
  if (rows.length > 0) return { is: 'met' };
  const on = nameOfRecord(document, need.onId);
  const checked = plan.consumers[0]?.checks.find((check) => check.on === on && check.rule === need.rule.rule);
  return { is: 'own', words: checked?.why ?? 'Nothing of it is asked of anybody yet.' };
}

/** Several needs may stand behind one row, and one of them may be kept where another is not. */
function verdictOn(need: string, { verdict, short }: Requirement): Requirement['verdict'] {
  if (!short) return verdict;
  return short.find(({ expectation }) => expectation === need)?.verdict ?? 'met';
}

function cannot(
  plan: Preview['plan'],
  need: ExpectationRecord,
  blocked: readonly Requirement[],
  nameOf: (product: string) => string,
): NeedVerdict {
  const codes = CODES[need.rule.rule] ?? [];
  const places = new Set(blocked.map(({ product, target }) => `${product} ${target ?? ''}`));
  const conflicts = plan.conflicts.filter(
    ({ code, at, target, severity }) =>
      severity !== 'warning' && (codes.includes(code) || (codes.length === 0 && places.has(`${at} ${target ?? ''}`))),
  );
  const words = conflicts[0]?.words ?? `It does not fit with what ${productsOf(blocked, nameOf)} can offer.`;
  return { is: 'cannot', words, repairs: repairsOf(conflicts) };
}

function one(rows: readonly Requirement[]): boolean {
  return new Set(rows.map(({ product }) => product)).size === 1;
}

function productsOf(rows: readonly Requirement[], nameOf: (product: string) => string): string {
  return joinWords([...new Set(rows.map(({ product }) => nameOf(product)))].sort());
}
