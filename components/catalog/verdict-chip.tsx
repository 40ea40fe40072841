import { Chip } from '@/components/ui/chip';
import type { Verdict } from '@/lib/engine/plan';
import type { Vocabulary } from '@/lib/model/vocabulary';
import { describeVerdict, verdictTone } from './verdict';

type Props = { verdict: Verdict; vocabulary: Vocabulary; className?: string };

export function VerdictChip({ verdict, vocabulary, className }: Props) {
  const words = describeVerdict(verdict, vocabulary);
  return (
    <Chip
      tone={verdictTone[verdict]}
      label={words}
      state={describeVerdict(verdict, 'plain')}
      isStateSaid={false}
      className={className}
    />
  );
}
