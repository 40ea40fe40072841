import { describeVerdict, verdictTone } from '@/components/catalog/verdict';
import { useFormat } from '@/components/shell/use-format';
import { Chip } from '@/components/ui/chip';
import type { LineageProduct } from '@/lib/api/lineage';

const LABEL = { freshness: 'Fresh', availability: 'Avail', completeness: 'Compl' } as const;
const WORD = { freshness: 'Freshness', availability: 'Availability', completeness: 'Completeness' } as const;

/** One promise of a product as its card shows it, tinted only when more is asked. */
export function LineageChip({ chip }: { chip: LineageProduct['chips'][number] }) {
  const { words } = useFormat();
  const state = chip.verdict === null ? 'promised, nobody asks' : describeVerdict(chip.verdict, 'plain');
  return (
    <Chip
      tone={chip.verdict === null ? 'neutral' : verdictTone[chip.verdict]}
      label={LABEL[chip.kind]}
      value={words(chip.words)}
      state={`${WORD[chip.kind]} ${words(chip.words)}: ${state}`}
    />
  );
}
