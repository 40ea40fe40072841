'use client';

import { Said } from '@/components/shell/said';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import { Panel } from '@/components/ui/panel';
import { QuietPart } from '@/components/ui/quiet-part';
import type { AskedAgainstPromised, ProductPage } from '@/lib/api/product-page';
import { describeOffer, describeSlack } from './describe-value';
import { verdictRank } from './verdict';
import { VerdictChip } from './verdict-chip';

const MEASURED = new Set(['freshness', 'deadline', 'availability', 'completeness', 'history']);
const isWorthSeeing = (row: AskedAgainstPromised) => row.verdict !== 'met' || MEASURED.has(row.kind);

/** Every promise against what is asked of it: the worst first, what is simply given folded away. */
export function AskedPanel({ product }: { product: ProductPage }) {
  const rows = [...product.askedAgainstPromised].sort((a, b) => verdictRank(a.verdict) - verdictRank(b.verdict));
  const seen = rows.filter(isWorthSeeing);
  const given = rows.filter((row) => !isWorthSeeing(row));
  return (
    <Panel title="Asked against promised" note={rows.length || undefined} isBare>
      {rows.length === 0 ? (
        <p className="px-4 pb-3 text-fg-2 text-sm">Nothing is asked of it, so there is nothing to keep.</p>
      ) : (
        <>
          <AskedList rows={seen} />
          {given.length > 0 && (
            <QuietPart title="Fields and checks it gives already" count={given.length}>
              <AskedList rows={given} />
            </QuietPart>
          )}
        </>
      )}
    </Panel>
  );
}

function AskedList({ rows }: { rows: readonly AskedAgainstPromised[] }) {
  const vocabulary = useVocabulary();
  return (
    <ul>
      {rows.map((row) => {
        const { asked, offered } = describeOffer(row, row.required);
        const slack = describeSlack(row.kind, row.slack);
        const isShort = row.slack !== null && row.slack < 0;
        return (
          <li key={`${row.kind} ${row.target} ${row.rule}`} className="flex items-start gap-3 border-t px-4 py-2">
            <div className="min-w-0 flex-1">
              <p className="text-sm">
                <Said>{row.words}</Said>
              </p>
              <p className="text-pretty text-fg-2 text-xs">
                <Said>{row.why}</Said>
              </p>
            </div>
            {(asked || offered) && (
              <p className="w-28 shrink-0 text-right text-fg-2 text-xs tabular-nums xl:w-40">
                {asked && (
                  <>
                    asked{' '}
                    <span className="text-fg">
                      <Said>{asked}</Said>
                    </span>
                  </>
                )}
                {offered && (
                  <span className="block">
                    offered{' '}
                    <span className="text-fg">
                      <Said>{offered}</Said>
                    </span>
                  </span>
                )}
              </p>
            )}
            <div className="flex w-28 shrink-0 flex-col items-end gap-0.5 text-right xl:w-36">
              <VerdictChip verdict={row.verdict} vocabulary={vocabulary} />
              {slack && (
                <span className={`text-xs tabular-nums ${isShort ? 'font-medium text-bad' : 'text-fg-2'}`}>
                  <Said>{slack}</Said>
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
