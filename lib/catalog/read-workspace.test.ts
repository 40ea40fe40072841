import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkspace } from './read-workspace';
import { WorkspaceSnapshot } from './snapshot';

const sample = readFileSync(new URL('../../samples/casa-verde.yaml', import.meta.url), 'utf8');

test('the sample is a workspace', () => {
  const read = readWorkspace(sample);
  expect(read.ok ? [] : read.error).toEqual([]);
  if (read.ok) expect(WorkspaceSnapshot.safeParse(read.value).error).toBeUndefined();
});
