'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { toast } from 'sonner';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { UnderWay } from '@/components/ui/under-way';
import { useCallingOff } from '@/components/ui/use-calling-off';
import { ApiProblem } from '@/lib/client/api-problem';
import { idempotencyKey } from '@/lib/client/idempotency-key';
import { readTextFile } from '@/lib/client/read-text-file';
import { importWorkspaceMutation } from '@/lib/client/workspace-file';
import { FileProblems } from './file-problems';
import { useFormat } from './use-format';

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Takes a workspace file, chosen or pasted. A refused one changes nothing, and every problem is shown with its line. */
export function ImportDialog({ isOpen, onOpenChange }: Props) {
  const form = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [name, setName] = useState<string | null>(null);
  const format = useFormat();
  const { begin, callOff } = useCallingOff();
  const load = useMutation({
    ...importWorkspaceMutation(),
    onSuccess: (made) => {
      onOpenChange(false);
      setText('');
      setName(null);
      toast.success(`${made.workspace} is in`, {
        description: `${made.products} products and ${made.sources} sources from the file`,
      });
      void client.resetQueries();
    },
  });
  const problems = load.error instanceof ApiProblem ? (load.error.problem.problems ?? []) : [];
  const choose = async (file: File | undefined) => {
    if (!file) return;
    load.reset();
    setText(await readTextFile(file));
    setName(file.name);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || load.isPending) return;
    load.mutate({ text, ...(name === null ? {} : { name }), idempotencyKey: idempotencyKey(), signal: begin() });
  };
  const stop = () => {
    callOff();
    load.reset();
    toast('The import was stopped', { description: 'Nothing of the file was taken in.' });
    void client.invalidateQueries();
  };
  const change = (isOpenNext: boolean) => {
    if (!isOpenNext && load.isPending) stop();
    onOpenChange(isOpenNext);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={change}
      size="lg"
      title="Import a workspace file"
      description="YAML or JSON. It takes the place of the catalog as a whole, or is refused as a whole."
      footer={
        <>
          <Button icon={FileUp} onClick={() => chooser.current?.click()} className="mr-auto">
            Choose a file
          </Button>
          {load.isPending ? (
            <Button variant="ghost" onClick={stop}>
              Stop
            </Button>
          ) : (
            <Button variant="ghost" onClick={() => change(false)}>
              Cancel
            </Button>
          )}
          <Button variant="primary" type="submit" form={form} busy={load.isPending} disabled={text.trim() === ''}>
            Import
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <input
          ref={chooser}
          type="file"
          accept=".yaml,.yml,.json"
          aria-label="Workspace file"
          className="hidden"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        {load.isPending && <UnderWay words={`Bringing in ${format.bytes(text.length)}: all of it, or nothing`} />}
        {load.error && (
          <Banner tone="bad">
            {load.error.message}
            <FileProblems problems={problems} />
          </Banner>
        )}
        <Field label="The file" aside={name}>
          <Textarea
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setName(null);
            }}
            spellCheck={false}
            placeholder="headwater: 1"
            className="min-h-48 font-mono text-xs"
          />
        </Field>
      </form>
    </Dialog>
  );
}
