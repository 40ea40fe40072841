'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { newRecordId } from '@/components/editor/new-record-id';
import { Said } from '@/components/shell/said';
import { Button } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import type { Template } from '@/lib/api/templates';
import { countOf } from '@/lib/base/count-of';
import { joinWords } from '@/lib/base/join-words';
import { fitTemplate } from '@/lib/catalog/fit-template';
import { templatesQuery } from '@/lib/client/start';
import { whatExistsQuery } from '@/lib/client/what-exists';
import { pasteRecords } from '@/lib/model/edits/paste-records';
import { offeredRefs } from './offered-refs';
import { useTake } from './use-take';

type Props = { productKey: string; onDone: () => void };

/** Models that come with the product. What this workspace offers under the same names comes bound, the rest as wishes. */
export function TemplateList({ productKey, onDone }: Props) {
  const templates = useQuery(templatesQuery());
  const exists = useQuery(whatExistsQuery({ product: productKey }));
  const take = useTake();
  const list = useRef<HTMLUListElement>(null);
  const isThere = templates.data !== undefined && exists.data !== undefined;
  useEffect(() => {
    if (isThere && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>('[data-next]')?.focus();
  }, [isThere]);
  const error = templates.error ?? exists.error;
  if (error)
    return (
      <ProblemState
        title="The templates could not be read"
        detail={error.message}
        onRetry={() => void (templates.error ? templates.refetch() : exists.refetch())}
        isRetrying={templates.isFetching || exists.isFetching}
      />
    );
  if (!templates.data || !exists.data) return <LoadingRows label="Opening the templates" rows={6} className="p-4" />;
  const offered = offeredRefs(exists.data.tree);
  const use = (template: Template) => {
    const records = fitTemplate(template.records, offered);
    take(`Begin with ${template.name}`, (document) => {
      const pasted = pasteRecords(document, { records, newId: newRecordId });
      return { document: pasted.document, shownId: null };
    });
    onDone();
  };
  return (
    <ul ref={list} className="min-h-0 flex-1 space-y-2 overflow-y-auto px-4 pt-1 pb-4">
      {templates.data.templates.map((template) => (
        <TemplateCard
          key={`${template.workspace} ${template.key}`}
          template={template}
          bound={countBound(template, offered)}
          onUse={() => use(template)}
        />
      ))}
    </ul>
  );
}

const METRICS_SHOWN = 4;
type CardProps = { template: Template; bound: number; onUse: () => void };

function TemplateCard({ template: { name, workspace, decision, entities, metrics }, bound, onUse }: CardProps) {
  const [isOpen, setOpen] = useState(false);
  const more = metrics.length - METRICS_SHOWN;
  return (
    <li className="rounded-lg border bg-surface px-3.5 py-3 shadow-card">
      <p className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 font-semibold text-base tracking-[-0.012em]">{name}</span>
        <span className="shrink-0 text-fg-3 text-xs">{workspace}</span>
      </p>
      {decision && <p className="mt-0.5 text-fg-2 text-sm">{decision}</p>}
      {isOpen ? (
        <ul className="mt-2 space-y-1 text-xs">
          {metrics.map(({ label, sentence }) => (
            <li key={label}>
              <Said>{sentence}</Said>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-2 text-xs">{joinWords(metrics.slice(0, METRICS_SHOWN).map(({ label }) => label))}</p>
      )}
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="mt-1 rounded-xs text-fg-2 text-xs hover:text-fg"
      >
        {isOpen ? 'Less' : more > 0 ? `and ${more} more, as sentences` : 'As sentences'}
      </button>
      <div className="mt-2.5 flex items-center gap-2">
        <p className="min-w-0 flex-1 text-fg-3 text-xs">{foundWords(bound, entities.length)}</p>
        <Button size="sm" variant="primary" onClick={onUse} aria-label={`Use ${name}`} data-next>
          Use
        </Button>
      </div>
    </li>
  );
}

function foundWords(bound: number, all: number): string {
  const entities = countOf(all, 'entity', 'entities');
  if (bound === all) return `${entities}, all found here`;
  return bound === 0 ? `${entities}, to be found here` : `${entities}, ${bound} found here`;
}

function countBound({ records }: Template, offered: ReadonlySet<string>): number {
  return fitTemplate(records, offered).filter((record) => record.kind === 'entity' && record.derivation !== null)
    .length;
}
