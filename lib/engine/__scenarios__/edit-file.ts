import { z } from 'zod';

/**
 * A change to a workspace file, so that a story of before and after need not tell the file twice. A path names records by
 * what they are called (`key`, `name`, else `rule`) and fields by their own name: `products/cdp-x/model/expectations/freshness`.
 */
export const Edit = z.union([
  z.strictObject({ put: z.string(), value: z.unknown() }),
  z.strictObject({ add: z.string(), values: z.array(z.unknown()) }),
  z.strictObject({ remove: z.string() }),
]);
export type Edit = z.infer<typeof Edit>;

const Record = z.record(z.string(), z.unknown());

/** The file after the edits, in their order; the one given stays as it is. A path that leads nowhere is thrown. */
export function editFile(file: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce((edited, edit) => {
    if ('put' in edit) return change(edited, edit.put.split('/'), () => edit.value);
    if ('remove' in edit) return change(edited, edit.remove.split('/'), () => undefined);
    return change(edited, edit.add.split('/'), (list) => [...(Array.isArray(list) ? list : []), ...edit.values]);
  }, file);
}

function change(at: unknown, path: readonly string[], edit: (before: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return edit(at);
  if (Array.isArray(at)) {
    if (!at.some((item) => isCalled(item, step))) throw new Error(`nothing is called ${step}`);
    return at.flatMap((item) => {
      const after = isCalled(item, step) ? change(item, rest, edit) : item;
      return after === undefined ? [] : [after];
    });
  }
  const record = Record.parse(at);
  if (rest.length > 0 && !(step in record)) throw new Error(`there is no ${step}`);
  const after = change(record[step], rest, edit);
  const { [step]: _, ...others } = record;
  return after === undefined ? others : { ...record, [step]: after };
}

function isCalled(item: unknown, name: string): boolean {
  const record = Record.safeParse(item);
  return record.success && (record.data.key ?? record.data.name ?? record.data.rule) === name;
}
