import { CircleCheck } from 'lucide-react';
import { Said } from '@/components/shell/said';
import { Button } from '@/components/ui/button';
import { asksSomethingNew } from './asks-something-new';
import { countWords } from './count-words';
import type { SentOff } from './use-send';

/** What came of it: who was asked what, and what needed nobody. */
export function SendResult({ sent, onClose }: { sent: SentOff; onClose: () => void }) {
  const { answer, preview } = sent;
  const { totals } = preview.summary;
  const open = Math.max(0, totals.needsMore + totals.nobody - answer.asked);
  const asked = preview.asks.filter(asksSomethingNew);
  return (
    <div className="p-4">
      <p className="flex items-start gap-2 text-sm">
        <CircleCheck className="mt-[2px] size-4 shrink-0 text-ok" strokeWidth={1.85} aria-hidden="true" />
        <span>
          {answer.asked === 0 ? 'Nobody had to be asked' : `${countWords(answer.asked, 'line')} asked`},{' '}
          {totals.covered} covered by what is promised already
          {open > 0 && `, ${open} asked before and still open`}
          {answer.withdrawn > 0 && `, ${answer.withdrawn} withdrawn`}.
        </span>
      </p>
      {asked.length > 0 && (
        <ul aria-label="Who was asked" className="mt-3 divide-y rounded-lg border">
          {asked.map((ask) => (
            <li key={ask.key} className="px-3 py-2">
              <span className="font-medium text-sm">{ask.team?.name ?? 'Nobody owns it'}</span>
              <span className="block text-fg-2 text-xs">
                <Said>{ask.title}</Said>
              </span>
            </li>
          ))}
        </ul>
      )}
      {asked.length > 0 && <p className="mt-3 text-fg-2 text-xs">They find it in their inbox.</p>}
      {answer.withdrawn > 0 && (
        <p className="mt-3 text-fg-2 text-xs">Whoever was asked for what is withdrawn is told that nobody needs it.</p>
      )}
      <div className="mt-4 flex justify-end">
        <Button variant="primary" onClick={onClose}>
          Back to the canvas
        </Button>
      </div>
    </div>
  );
}
