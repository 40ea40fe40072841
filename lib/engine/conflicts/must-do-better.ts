import type { ConflictCode, Requirement } from '../plan';

/** What a conflict is about, where rows of one kind say how it stands; whoever is asked is told of ages in any case. */
const KINDS: Partial<Record<ConflictCode, Requirement['kind']>> = {
  'infeasible-deadline': 'deadline',
  'infeasible-availability': 'availability',
  'history-lost': 'history',
  'history-max': 'history',
  delivery: 'delivery',
};

/** Who must still do better once a way out is taken: in age, and in what the conflict was about. Sorted, each once. */
export function mustDoBetter(code: ConflictCode, rows: readonly Requirement[]): string[] {
  const isAbout = ({ kind }: Requirement) => kind === 'freshness' || kind === KINDS[code];
  const isBehind = ({ verdict }: Requirement) => verdict === 'tighten' || verdict === 'missing';
  return [...new Set(rows.filter((row) => isAbout(row) && isBehind(row)).map(({ product }) => product))].sort();
}
