import type { z } from 'zod';
import { describeExpected } from './describe-expected';
import type { Finding, Found } from './finding';
import { likelyMeant } from './likely-meant';
import { knownKeys, schemaAt } from './schema-at';
import { nearestNode, type TreeNode, type TreePath } from './tree';

type Issue = z.core.$ZodIssue;
type Shape = { tree: TreeNode; value: unknown; schema: z.core.$ZodType };

/** What zod has against a value, at its places in the file and in our words. */
export function findShapeProblems(shape: Shape, issues: readonly Issue[]): Finding[] {
  return issues.flatMap((issue) => toFindings(shape, issue, []));
}

function toFindings(shape: Shape, issue: Issue, above: readonly PropertyKey[]): Finding[] {
  const at = [...above, ...issue.path];
  const inside = issue.code === 'invalid_union' ? meantBranch(issue.errors) : null;
  if (inside) return inside.flatMap((deeper) => toFindings(shape, deeper, at));
  const path = toTreePath(at);
  const schema = schemaAt(shape.schema, shape.value, at);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(shape.tree, path, key, knownKeys(schema)));
  return [missingOrWrong(shape, path, expectedBy(issue, schema), choicesOf(issue))];
}

/** Of several shapes, the one whose keys were written: its own issues say more than "none of these". */
function meantBranch(branches: readonly Issue[][]): Issue[] | null {
  const fitting = branches.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 && issue.code !== 'unrecognized_keys'),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function missingOrWrong({ tree }: Shape, path: TreePath, expected: string, choices: readonly string[]): Finding {
  const parent = nearestNode(tree, path.slice(0, -1));
  const key = path.at(-1);
  if (parent.kind === 'map' && typeof key === 'string' && !parent.entries.has(key)) {
    return { code: 'missing-key', key, expected, at: parent.at, path: path.slice(0, -1) };
  }
  const node = nearestNode(tree, path);
  const written = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
  const nearest = written === null ? null : likelyMeant(written, choices);
  return { code: 'wrong-value', found: toFound(node), expected, nearest, at: node.at, path };
}

/** The words to choose from where the place is one of a few words. */
function choicesOf(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'custom') return Array.isArray(issue.params?.choices) ? issue.params.choices.map(String) : [];
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []).map(String) : [];
}

/** A slip in a key gets the key that was meant; far-off keys get the list of known ones instead of a guess. */
function unknownKey(tree: TreeNode, path: TreePath, key: string, known: string[]): Finding {
  const map = nearestNode(tree, path);
  const at = (map.kind === 'map' ? map.entries.get(key)?.keyAt : undefined) ?? map.at;
  return { code: 'unknown-key', key, nearest: likelyMeant(key, known), known, at, path };
}

function expectedBy(issue: Issue, schema: z.core.$ZodType | null): string {
  switch (issue.code) {
    case 'invalid_format':
      return issue.format === 'regex' ? issue.message : describeExpected(schema);
    case 'custom':
      return issue.message;
    case 'too_small':
      return expectedAtLeast(issue, schema);
    case 'too_big':
      return `a number of at most ${issue.maximum}`;
    case 'invalid_union':
      return 'options' in issue && issue.options ? `one of ${issue.options.join(', ')}` : describeExpected(schema);
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : describeExpected(schema);
    default:
      return describeExpected(schema);
  }
}

function expectedAtLeast(issue: Extract<Issue, { code: 'too_small' }>, schema: z.core.$ZodType | null): string {
  if (issue.origin === 'array') return 'a list with at least one entry';
  if (issue.origin === 'string') return 'a text that is not empty';
  return `${describeExpected(schema)} ${issue.inclusive ? 'of at least' : 'above'} ${issue.minimum}`;
}

function toFound(node: TreeNode): Found {
  if (node.kind === 'map') return { kind: 'map' };
  return node.kind === 'list' ? { kind: 'list', length: node.items.length } : { kind: 'scalar', value: node.value };
}

function toTreePath(path: readonly PropertyKey[]): TreePath {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}
