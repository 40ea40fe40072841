'use client';

import { useQuery } from '@tanstack/react-query';
import { Copy, Download } from 'lucide-react';
import { toast } from 'sonner';
import { Said } from '@/components/shell/said';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Mono } from '@/components/ui/mono';
import { Panel } from '@/components/ui/panel';
import { ProblemState } from '@/components/ui/problem-state';
import { QuietPart } from '@/components/ui/quiet-part';
import type { BuildSheet, SheetEntity, SheetTable } from '@/lib/api/build-sheet';
import { describeDays } from '@/lib/base/describe-days';
import { buildSheetQuery } from '@/lib/client/product-changes';

/** What to build and nothing besides: of an aggregate entity by entity, of a source also the lean query per table. */
export function BuildSheetPanel({ productKey, isSource }: { productKey: string; isSource: boolean }) {
  const sheet = useQuery(buildSheetQuery(productKey));
  const title = isSource ? 'Work pack' : 'Build sheet';
  const address = `/api/v1/products/${encodeURIComponent(productKey)}/build-sheet.md`;
  const isEmpty = sheet.data && sheet.data.entities.length === 0;
  const copy = async () => {
    const answer = await fetch(address, { credentials: 'same-origin' });
    if (!answer.ok) return toast.error(`${title} could not be read`);
    await navigator.clipboard.writeText(await answer.text());
    toast.success(`${title} copied`);
  };
  return (
    <Panel
      title={title}
      isBare
      actions={
        sheet.data &&
        !isEmpty && (
          <>
            <Button icon={Copy} size="sm" variant="ghost" onClick={() => void copy()}>
              Copy
            </Button>
            <Button icon={Download} size="sm" variant="ghost" onClick={() => window.location.assign(address)}>
              Download
            </Button>
          </>
        )
      }
    >
      {sheet.isPending && <LoadingRows label={`Loading the ${title.toLowerCase()}`} rows={3} className="px-4" />}
      {sheet.isError && (
        <ProblemState
          title={`The ${title.toLowerCase()} could not be read`}
          detail={sheet.error.message}
          onRetry={() => void sheet.refetch()}
          isRetrying={sheet.isFetching}
        />
      )}
      {isEmpty && (
        <p className="px-4 pb-3 text-fg-2 text-sm">Nobody needs anything of it, so there is nothing to build.</p>
      )}
      {sheet.data && !isEmpty && <Sheet sheet={sheet.data} />}
    </Panel>
  );
}

function Sheet({ sheet: { promises, tables, entities } }: { sheet: BuildSheet }) {
  return (
    <>
      {promises.length > 0 && (
        <ul className="px-4 pb-2 text-sm">
          {promises.map(({ words, why }) => (
            <li key={words} className="py-0.5">
              <Said>{words}</Said>
              <span className="text-fg-2">
                , <Said>{why}</Said>.
              </span>
            </li>
          ))}
        </ul>
      )}
      {tables.map((table) => (
        <TablePart key={`${table.source}.${table.table}`} table={table} />
      ))}
      {entities.map((entity) => (
        <EntityPart key={entity.key} entity={entity} />
      ))}
    </>
  );
}

function TablePart({ table }: { table: SheetTable }) {
  const format = useFormat();
  const name = `${table.source}.${table.table}`;
  const { columns, deferred, historyDays, purpose, sql, dialect } = table;
  return (
    <QuietPart title={`Query of ${name}`} count={columns.length}>
      <div className="space-y-2 border-t px-4 py-3 text-sm">
        <p>{purpose}</p>
        <div className="relative">
          <pre className="max-h-72 overflow-auto rounded-md bg-surface-2 p-3 font-mono text-xs">{sql}</pre>
          <IconButton
            icon={Copy}
            label={`Copy the query of ${name}`}
            size="sm"
            className="absolute top-1.5 right-1.5"
            onClick={() => void navigator.clipboard.writeText(sql).then(() => toast.success('Query copied'))}
          />
        </div>
        <p className="text-fg-2 text-xs">
          For {dialect}. {format.bytes(table.bytes)} of {format.bytes(table.allBytes)}.
          {historyDays !== null && ` Keep ${historyDays === 'all' ? 'all of its history' : describeDays(historyDays)}.`}
          {deferred.length > 0 && ` Left out: ${deferred.join(', ')}.`}
        </p>
      </div>
    </QuietPart>
  );
}

function EntityPart({ entity }: { entity: SheetEntity }) {
  const { label, inputs, where, groupBy, attributes, checks, leftOut, isBuilt } = entity;
  return (
    <QuietPart title={isBuilt ? label : `${label}, not drawn yet`} count={attributes.length}>
      <div className="space-y-2 border-t px-4 py-3 text-sm">
        <ul className="text-fg-2 text-xs empty:hidden">
          {inputs.map(({ as, ref, join, on }) => (
            <li key={as}>
              {join === 'from' ? 'from' : `${join} join`} <Mono>{ref}</Mono> as <Mono>{as}</Mono>
              {on !== null && (
                <>
                  {' '}
                  on <Mono>{on}</Mono>
                </>
              )}
            </li>
          ))}
          {where !== null && (
            <li>
              where <Mono>{where}</Mono>
            </li>
          )}
          {groupBy.length > 0 && <li>one row per {groupBy.join(', ')}</li>}
        </ul>
        <ul>
          {attributes.map(({ key, label: name, expression, why }) => (
            <li key={key} className="py-0.5">
              <span className="font-medium">{name}</span>{' '}
              {expression === null ? <span className="text-warn">no origin yet</span> : <Mono>{expression}</Mono>}
              <span className="text-fg-2">, {why}.</span>
            </li>
          ))}
        </ul>
        {checks.length > 0 && (
          <ul className="border-t pt-2">
            {checks.map(({ words, why }) => (
              <li key={`${words} ${why}`} className="py-0.5">
                <Said>{words}</Said>
                <span className="text-fg-2">, {why}.</span>
              </li>
            ))}
          </ul>
        )}
        {leftOut.length > 0 && <p className="text-fg-2 text-xs">Nobody asked for {leftOut.join(', ')}.</p>}
      </div>
    </QuietPart>
  );
}
