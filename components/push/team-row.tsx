import { useVocabulary } from '@/components/shell/use-vocabulary';
import type { Strip } from '@/lib/api/preview';
import { countWords, coverageWords } from './count-words';
import { CoverageBar } from './coverage-bar';

/** One team: whose products, how much of it is covered, and how many columns it comes to. */
export function TeamRow({ entry }: { entry: Strip['teams'][number] }) {
  const column = useVocabulary() === 'plain' ? 'field' : 'column';
  return (
    <li className="py-1.5">
      <div className="flex items-baseline gap-2">
        <p className="min-w-0 flex-1 truncate text-sm">
          <span className="font-medium">{entry.team?.name ?? 'Nobody owns these'}</span>
          <span className="text-fg-3"> · {entry.products.map((product) => product.name).join(', ')}</span>
        </p>
        <span className="shrink-0 text-fg-3 text-xs tabular-nums">{countWords(entry.columns, column)}</span>
      </div>
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 truncate text-fg-2 text-xs" title={entry.words}>
          {coverageWords(entry)}
        </p>
        <CoverageBar {...entry} className="w-16 shrink-0" />
      </div>
    </li>
  );
}
