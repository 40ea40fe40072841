import { ok, type Result, refuse } from '@/lib/base/result';
import type { PasteProblem } from './pasted-table';

export type CsvRow = { line: number; cells: string[] };

const SEPARATORS = [',', ';', '\t'] as const;

/**
 * Rows of a text as RFC 4180 has them, with the line each begins at: quoted cells keep separators, line breaks and doubled
 * quotes. The separator is the one the first line has most of; empty lines are passed over. Refused is a quoted cell that
 * is never closed or goes on after its closing quote, because every row behind it would be wrong.
 */
export function readCsv(text: string): Result<CsvRow[], PasteProblem[]> {
  const plain = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(plain);
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let cell = '';
  let line = 1;
  const endCell = () => {
    row.cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.cells.some((one) => one !== '')) rows.push(row);
    row = { line: line + 1, cells: [] };
  };
  for (let at = 0; at < plain.length; at++) {
    const char = plain.charAt(at);
    if (char === '"' && cell === '') {
      const quoted = quotedAt(plain, at);
      const after = quoted === null ? '' : plain.charAt(quoted.end);
      if (quoted === null) return refuse([{ line, words: 'A quoted cell that begins here is never closed.' }]);
      if (after !== '' && after !== separator && after !== '\n' && after !== '\r')
        return refuse([{ line, words: `A quoted cell goes on with “${after}” after its closing quote.` }]);
      cell = quoted.text;
      line += quoted.text.split('\n').length - 1;
      at = quoted.end - 1;
    } else if (char === separator) endCell();
    else if (char === '\n') {
      endRow();
      line++;
    } else if (char !== '\r' || plain.charAt(at + 1) !== '\n') cell += char;
  }
  endRow();
  return ok(rows);
}

function separatorOf(text: string): string {
  const [head = ''] = text.split('\n', 1);
  const count = (sign: string) => head.split(sign).length;
  return SEPARATORS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The text of a quoted cell and where the text goes on after it. */
function quotedAt(text: string, open: number): { text: string; end: number } | null {
  const quoted = /"((?:[^"]|"")*)"/y;
  quoted.lastIndex = open;
  const found = quoted.exec(text);
  return found ? { text: (found[1] ?? '').replaceAll('""', '"'), end: quoted.lastIndex } : null;
}
