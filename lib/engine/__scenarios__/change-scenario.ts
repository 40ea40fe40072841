import { load } from 'js-yaml';
import { z } from 'zod';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { Edit, editFile } from './edit-file';
import { Show } from './scenario';

/** A business asks for something new: the sample as it is, the edits that say it, and what the plan then asks beyond before. */
export const ChangeScenario = z.strictObject({
  about: z.string(),
  sample: z.string(),
  edits: z.array(Edit),
  consumers: z.array(z.string()).optional(),
  show: z.array(Show),
  want: z.array(z.string()),
});
export type ChangeScenario = z.infer<typeof ChangeScenario>;

export type BeforeAndAfter = { before: WorkspaceSnapshot; after: WorkspaceSnapshot; consumers: string[] };

/** Both workspaces from the text of the sample; consumers are all of it, unless the scenario names some. */
export function toBeforeAndAfter(scenario: ChangeScenario, sample: string): BeforeAndAfter {
  const before = read(sample);
  const after = read(JSON.stringify(editFile(load(sample), scenario.edits)));
  const consumers = before.products.filter(({ alignment }) => alignment === 'consumer').map(({ key }) => key);
  return { before, after, consumers: scenario.consumers ?? consumers };
}

function read(text: string): WorkspaceSnapshot {
  const answer = readWorkspace(text);
  if (!answer.ok) throw new Error(answer.error.map(({ words }) => words).join('\n'));
  return answer.value;
}
