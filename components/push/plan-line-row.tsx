import { CoverageMark } from '@/components/canvas/coverage-mark';
import { Said } from '@/components/shell/said';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { ChangeMark } from './change-mark';
import type { PlanLine } from './plan-lines';
import { VERDICT_MARK, VERDICT_WORDS } from './verdict-words';

/** One requirement of the plan as a sentence, with what it is against before and whether it is covered. */
export function PlanLineRow({ line }: { line: PlanLine }) {
  const isGone = line.kindOfChange === 'withdrawn';
  return (
    <li className="flex items-start gap-2 py-1 text-sm">
      <span className="mt-px">
        <ChangeMark change={line.kindOfChange} />
      </span>
      <span className={cn('min-w-0 flex-1', isGone && 'text-fg-3 line-through decoration-line-2')}>
        <Said>{line.words}</Said>
      </span>
      {line.role === 'indirect' && <Badge>for the way there</Badge>}
      {line.hard && <Badge>no exceptions</Badge>}
      {!isGone && (
        <span className="mt-1 flex items-center gap-1.5" title={VERDICT_WORDS[line.verdict]}>
          <span className="sr-only">{VERDICT_WORDS[line.verdict]}</span>
          <span aria-hidden="true">
            <CoverageMark coverage={VERDICT_MARK[line.verdict]} />
          </span>
        </span>
      )}
    </li>
  );
}
