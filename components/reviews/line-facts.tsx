'use client';

import { Fragment } from 'react';
import { describeOffer, describeSlack, describeValue } from '@/components/catalog/describe-value';
import { useProductNames } from '@/components/catalog/use-product-names';
import { Said } from '@/components/shell/said';
import { Mono } from '@/components/ui/mono';
import type { RequirementLine } from '@/lib/api/requirement-line';

/** Asked, offered, the gap, and who needs it most, in one quiet row. */
export function LineFacts({ line }: { line: RequirementLine }) {
  const nameOf = useProductNames();
  const { asked, offered } = describeOffer(line, line.value);
  const slack = describeSlack(line.kind, line.slack);
  const isShort = line.slack !== null && line.slack < 0;
  const binding = line.binding.map((key) => nameOf(key).name).join(', ');
  const before = line.previous === undefined ? null : describeValue(line.kind, line.previous, line.rule);
  const facts = [
    asked && (
      <>
        {line.asked === undefined ? 'asked' : 'agreed'} <Value kind={line.kind}>{asked}</Value>
        {before && ` (was ${before})`}
      </>
    ),
    offered && (
      <>
        offered <Value kind={line.kind}>{offered}</Value>
      </>
    ),
    slack && (
      <span className={isShort ? 'font-medium text-bad' : undefined}>
        <Said>{slack}</Said>
      </span>
    ),
    line.approximate && <>approximate</>,
    binding && (asked || offered) && (
      <>
        needed most by <span className="text-fg">{binding}</span>
      </>
    ),
  ].filter(Boolean);
  return (
    <p className="mt-0.5 text-fg-2 text-xs tabular-nums">
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one line never change their order
        <Fragment key={index}>
          {index > 0 && <span className="text-fg-3"> · </span>}
          {fact}
        </Fragment>
      ))}
    </p>
  );
}

function Value({ kind, children }: { kind: RequirementLine['kind']; children: string }) {
  if (kind === 'rows') return <Mono>{children}</Mono>;
  return (
    <span className="text-fg">
      <Said>{children}</Said>
    </span>
  );
}
