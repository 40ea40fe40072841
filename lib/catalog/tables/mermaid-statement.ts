/** What a line of an `erDiagram` says; null where it says nothing that is drawn. */
export type MermaidStatement =
  | { is: 'entity'; name: string; alias: string | null; opens: boolean; rest: string }
  | { is: 'line'; left: MermaidEnd; right: MermaidEnd; label: string | null }
  | { is: 'unknown' };
export type MermaidEnd = { name: string; alias: string | null; isMany: boolean; mayBeMissing: boolean };

const NAME = String.raw`("[^"]+"|[\p{L}\p{N}_][\p{L}\p{N}_.*-]*?)(?:\[\s*("[^"]*"|[^\]]*)\s*\])?(?::::[\w-]+)?`;
const MANY_WORDS = ['one or more', 'one or many', 'many(1)', '1+', 'zero or more', 'zero or many', 'many(0)', '0+'];
const ONE_WORDS = ['one or zero', 'zero or one', 'only one', '1'];
const WORDS = [...MANY_WORDS, ...ONE_WORDS].map((words) => words.replace(/[()+]/g, String.raw`\$&`)).join('|');
const LINE = new RegExp(
  String.raw`^${NAME}\s*(\|o|\|\||\}o|\}\||\b(?:${WORDS}))\s*(--|\.\.|\.-|-\.|\boptionally to\b|\bto\b)\s*(o\||\|\||o\{|\|\{|(?:${WORDS}))\s*${NAME}\s*(?::\s*(.*))?$`,
  'iu',
);
const ENTITY = new RegExp(String.raw`^${NAME}\s*(?:(\{)(.*))?$`, 'u');

/** One line of the diagram, without its comment. */
export function mermaidStatement(line: string): MermaidStatement {
  const [, from, fromAlias, fromMany, , toMany, to, toAlias, label] = LINE.exec(line) ?? [];
  if (from !== undefined && to !== undefined) {
    return {
      is: 'line',
      left: endOf(from, fromAlias, fromMany ?? ''),
      right: endOf(to, toAlias, toMany ?? ''),
      label: plain(label ?? '') || null,
    };
  }
  const [, name, alias, open, rest = ''] = ENTITY.exec(line) ?? [];
  if (name === undefined) return { is: 'unknown' };
  return { is: 'entity', name: plain(name), alias: alias ? plain(alias) : null, opens: open !== undefined, rest };
}

function endOf(name: string, alias: string | undefined, sign: string): MermaidEnd {
  const words = sign.toLowerCase();
  return {
    name: plain(name),
    alias: alias ? plain(alias) : null,
    isMany: /[{}]/.test(words) || MANY_WORDS.includes(words),
    mayBeMissing: /^(\|o|o\||\}o|o\{)$/.test(words) || /zero|\(0\)|^0/.test(words),
  };
}

function plain(written: string): string {
  return written
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .trim();
}
