'use client';

import { ArrowRight } from 'lucide-react';
import { describeSlack } from '@/components/catalog/describe-value';
import { VerdictChip } from '@/components/catalog/verdict-chip';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import type { Lineage, LineageEdge } from '@/lib/api/lineage';
import { countOf } from '@/lib/base/count-of';
import { describeMinutes } from '@/lib/base/duration';

type Props = { lineage: Lineage; edge: LineageEdge; onChoose: (key: string) => void };

/** What crosses one line: entities and how many fields, whether it is enough, and the room left. */
export function EdgeDetail({ lineage, edge, onChoose }: Props) {
  const vocabulary = useVocabulary();
  const nameOf = (key: string) => lineage.products.find((product) => product.key === key)?.name ?? key;
  const slack = edge.slackMinutes === null ? null : describeSlack('freshness', edge.slackMinutes);
  const end = (key: string) => (
    <button type="button" onClick={() => onChoose(key)} className="rounded-xs font-semibold hover:underline">
      {nameOf(key)}
    </button>
  );
  return (
    <>
      <div className="border-b px-4 pt-3 pr-11 pb-2.5">
        <p className="text-fg-2 text-xs">What crosses this line</p>
        <h2 className="flex flex-wrap items-center gap-1.5 text-base tracking-[-0.012em]">
          {end(edge.from)}
          <ArrowRight className="size-3.5 text-fg-3" aria-label="feeds" />
          {end(edge.to)}
        </h2>
      </div>
      <div className="space-y-2.5 px-4 py-3 text-sm">
        {edge.verdict === null ? (
          <p className="text-fg-2">Nothing is needed over this line today.</p>
        ) : (
          <p className="flex items-center gap-2">
            <VerdictChip verdict={edge.verdict} vocabulary={vocabulary} />
            {slack && <span className="text-fg-2 text-xs tabular-nums">freshness: {slack}</span>}
          </p>
        )}
        {edge.age && (
          <p className="text-fg-2 text-xs">
            {nameOf(edge.to)} may be at most {describeMinutes(edge.age.needed)} old
            {edge.age.spent > 0 && `, of which its own run spends ${describeMinutes(edge.age.spent)}`};{' '}
            {nameOf(edge.from)} is {describeMinutes(edge.age.offered)} old at worst.
          </p>
        )}
        {edge.entities.length > 0 && (
          <div>
            <h3 className="font-medium text-fg-3 text-xs">{countOf(edge.attributes, 'field')} of</h3>
            <ul className="mt-1 flex flex-wrap gap-1">
              {edge.entities.map(({ key, name }) => (
                <li key={key} title={key} className="rounded-sm bg-hover px-1.5 py-0.5 text-xs">
                  {name}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}
