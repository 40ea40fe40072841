'use client';

import { FileUp } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { FileProblems } from '@/components/shell/file-problems';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { countOf } from '@/lib/base/count-of';
import { pastedProblems } from '@/lib/catalog/tables/pasted-problems';
import { type Pasted, readPasted, tableNameOf } from '@/lib/catalog/tables/read-pasted';
import { readTextFile } from '@/lib/client/read-text-file';
import { drawPastedModel, drawPastedTables } from './draw-pasted';
import { useTake } from './use-take';

const BYTES_MAX = 2_000_000;

/** Somebody's tables or model as text. It is read while it is typed, and says what it would draw before it does. */
export function PastePanel({ onDone }: { onDone: () => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  const status = useId();
  const take = useTake();
  const [text, setText] = useState('');
  const [fileName, setFileName] = useState<string>();
  const [tooBig, setTooBig] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const settled = useDeferredValue(text);
  const read = useMemo(() => (settled.trim() === '' ? null : readPasted(settled, fileName)), [settled, fileName]);
  const pasted = read?.ok ? read.value : null;
  const models = pasted?.is === 'models' ? pasted.models : [];
  const model = models.find(({ key }) => key === chosen) ?? models[0] ?? null;
  const problems = read === null ? [] : pastedProblems(read);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const isBig = file.size > BYTES_MAX;
    setTooBig(isBig ? `${file.name} is larger than 2 MB.` : null);
    if (isBig) return;
    setText(await readTextFile(file));
    setFileName(tableNameOf(file));
  };
  const draw = () => {
    if (pasted?.is === 'tables') take('Draw tables', (document) => drawPastedTables(document, pasted.tables));
    else if (model) take(`Begin with ${model.name}`, (document) => drawPastedModel(document, model));
    onDone();
  };
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 pt-1 pb-4">
        <input
          ref={chooser}
          type="file"
          accept=".sql,.ddl,.dbml,.mmd,.mermaid,.md,.csv,.tsv,.yaml,.yml,.json,.jsonl,.ndjson,.txt"
          aria-label="File with tables or a model"
          className="hidden"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <Field
          label="Tables or a model"
          hint="CREATE TABLE statements of any database, DBML, a Mermaid diagram, a workspace file, a list of columns, or rows as cells or JSON. Nothing is run, and nothing leaves this page until it is saved."
        >
          <Textarea
            autoFocus
            value={text}
            spellCheck={false}
            placeholder={'CREATE TABLE orders (\n  order_id int PRIMARY KEY,\n  …\n);'}
            onChange={(event) => {
              setText(event.target.value);
              setFileName(undefined);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && pasted !== null) draw();
            }}
            className="min-h-48 font-mono text-xs"
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              void choose(event.dataTransfer.files[0]);
            }}
          />
        </Field>
        <Button icon={FileUp} onClick={() => chooser.current?.click()} className="self-start">
          Choose a file
        </Button>
        {tooBig !== null && <Banner tone="bad">{tooBig}</Banner>}
        {models.length > 1 && (
          <Field label="Whose model">
            <Select
              value={model?.key ?? null}
              onChange={setChosen}
              options={models.map(({ key, name }) => ({ value: key, label: name }))}
            />
          </Field>
        )}
        <div id={status} role="status" className="text-sm">
          {read !== null &&
            (read.ok ? (
              <p>{foundWords(read.value, model?.records.length ?? 0)}</p>
            ) : (
              <p className="text-bad">It cannot be drawn yet.</p>
            ))}
          <FileProblems problems={problems} />
        </div>
      </div>
      <footer className="flex justify-end border-t px-4 py-3">
        <Button variant="primary" disabled={pasted === null} aria-describedby={status} onClick={draw}>
          Draw it
        </Button>
      </footer>
    </>
  );
}

function foundWords(pasted: Pasted, records: number): string {
  if (pasted.is === 'models') return `A model of ${records} parts.`;
  const { tables, problems, from } = pasted;
  const columns = tables.reduce((sum, table) => sum + table.columns.length, 0);
  const found = `${countOf(tables.length, 'entity', 'entities')} with ${countOf(columns, 'field')}${from === 'rows' ? ', whose types are guessed from the rows' : ''}.`;
  return problems.length === 0 ? found : `${found} To look at:`;
}
