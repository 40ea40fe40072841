import { CircleCheck, Send, TriangleAlert } from 'lucide-react';
import { DiffButton } from '@/components/lineage/diff-dialog';
import { Said } from '@/components/shell/said';
import type { ConsumerEffect } from '@/lib/api/effects';
import { groupBy } from '@/lib/base/group-by';
import { joinWords } from '@/lib/base/join-words';

const LINES_MAX = 6;
const ASKED_MAX = 4;

/** What a change does to whom: one block per consumer, its people by name, each broken need as a sentence. */
export function EffectList({ effects }: { effects: readonly ConsumerEffect[] }) {
  const marks = effects.flatMap((effect) => effect.marks);
  return (
    <>
      <ul className="space-y-2">
        {effects.map((effect) => (
          <li key={effect.consumer.key} className="rounded-md border bg-surface px-3 py-2">
            <p className="flex items-start gap-2 text-sm">
              {effect.breaks ? (
                <TriangleAlert className="mt-0.5 size-3.5 shrink-0 text-bad" aria-label="Breaks" />
              ) : (
                <CircleCheck className="mt-0.5 size-3.5 shrink-0 text-ok" aria-label="Holds" />
              )}
              <span className="min-w-0 font-medium">
                <Said>{effect.words}</Said>
              </span>
            </p>
            {effect.people.length > 0 && (
              <p className="mt-0.5 pl-5.5 text-fg-2 text-xs">
                {effect.owner?.name}: {effect.people.map(({ name }) => name).join(', ')}
              </p>
            )}
            <EffectLines effect={effect} />
          </li>
        ))}
      </ul>
      {marks.length > 0 && (
        <p className="mt-2">
          <DiffButton
            marks={marks}
            description={`For ${joinWords(effects.map(({ consumer }) => consumer.name))}. Nothing is saved yet.`}
          />
        </p>
      )}
    </>
  );
}

function EffectLines({ effect }: { effect: ConsumerEffect }) {
  const { broken, mended, asked, lost, conflicts } = effect;
  const byProduct = groupBy(asked, ({ product }) => product.key);
  const unnamed = lost.filter((name) => !effect.words.includes(name));
  if (broken.length + mended.length + asked.length + unnamed.length + conflicts.length === 0) return null;
  return (
    <ul className="mt-1.5 space-y-1 pl-5.5 text-fg-2 text-xs">
      {unnamed.length > 0 && <li>Can no longer be computed: {lost.join(', ')}</li>}
      {broken.slice(0, LINES_MAX).map((line) => (
        <li key={`${line.product.key} ${line.kind} ${line.target} ${line.words}`}>
          <Said>{line.words}</Said>
        </li>
      ))}
      {broken.length > LINES_MAX && <li>and {broken.length - LINES_MAX} more</li>}
      {conflicts.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {mended.slice(0, LINES_MAX).map((line) => (
        <li key={`${line.product.key} ${line.kind} ${line.target} ${line.words}`} className="text-ok">
          <Said>{line.words}</Said>
        </li>
      ))}
      {[...byProduct].map(([key, lines]) => (
        <AskedOf key={key} lines={lines} />
      ))}
    </ul>
  );
}

/** What one team is newly asked for; what it offers already is said to be so. */
function AskedOf({ lines }: { lines: ConsumerEffect['asked'] }) {
  const [first] = lines;
  if (!first) return null;
  const isOffered = lines.every(({ verdict }) => verdict === 'met');
  // Fields first: they are what somebody builds, and the rest follows from them.
  const isField = ({ target }: ConsumerEffect['asked'][number]) => target?.includes('.') ?? false;
  const shown = [...lines].sort((a, b) => Number(isField(b)) - Number(isField(a))).slice(0, ASKED_MAX);
  const rest = lines.length - shown.length;
  return (
    <li className="flex gap-1.5">
      <Send className="mt-0.5 size-3 shrink-0 text-fg-3" aria-hidden="true" />
      <div className="min-w-0">
        <span className="font-medium text-fg">{first.product.name}</span>
        {first.team && ` (${first.team.name})`} {isOffered ? 'has it already' : 'is asked'}:
        <ul>
          {shown.map(({ words }) => (
            <li key={words}>{words}</li>
          ))}
          {rest > 0 && <li>and {rest} more</li>}
        </ul>
      </div>
    </li>
  );
}
