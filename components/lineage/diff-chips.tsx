import { CHANGE_WORDS, ChangeMark } from '@/components/push/change-mark';
import { cn } from '@/components/ui/cn';
import type { DiffMark } from '@/lib/api/diff-marks';
import { DIFF_CHANGES } from '@/lib/reviews/diff-marks';

/** What changes at one place: a sign, how many and the word for it, never a colour alone. */
export function DiffChips({ marks, isShort = false }: { marks: readonly DiffMark[]; isShort?: boolean }) {
  return DIFF_CHANGES.map((change) => {
    const count = marks.reduce((sum, mark) => sum + (mark.change === change ? mark.count : 0), 0);
    if (count === 0) return null;
    return (
      <span
        key={change}
        className={cn(
          'inline-flex items-center gap-0.5 whitespace-nowrap tabular-nums',
          change === 'withdrawn' && 'line-through decoration-fg-3',
        )}
      >
        <ChangeMark change={change} />
        {isShort ? count : `${count} ${CHANGE_WORDS[change]}`}
      </span>
    );
  });
}
