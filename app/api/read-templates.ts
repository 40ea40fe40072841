import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { type Template, templatesOf } from '@/lib/catalog/templates';

let reading: Promise<Template[]> | null = null;

/** The models of the workspaces that come with the product; read once, because they do not change while it runs. */
export function readTemplates(): Promise<Template[]> {
  reading ??= readAll();
  return reading;
}

async function readAll(): Promise<Template[]> {
  const folder = path.join(process.cwd(), 'samples');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const read = await Promise.all(
    files.map(async (name) => readWorkspace(await readFile(path.join(folder, name), 'utf8'))),
  );
  return read.flatMap((sample) => (sample.ok ? templatesOf(sample.value) : []));
}
