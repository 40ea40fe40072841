import { ok, type Result, refuse } from '@/lib/base/result';
import type { PasteProblem } from './pasted-table';

/** JSON as one value, or one value on each line; refused at the line where it stops being JSON. */
export function parseJsonRows(text: string): Result<unknown, PasteProblem> {
  const whole = parse(text);
  if (whole.ok) return whole;
  const lines = text.split('\n').map((line, at) => ({ line: at + 1, text: line.trim() }));
  const said = lines.filter((line) => line.text !== '');
  const isOnePerLine = said.length > 1 && said.slice(0, 2).every((line) => /^\{.*\}$/.test(line.text));
  if (!isOnePerLine) return whole;
  const rows: unknown[] = [];
  for (const { line, text: row } of said) {
    const read = parse(row);
    if (!read.ok) return refuse({ line, words: 'This line is no JSON object.' });
    rows.push(read.value);
  }
  return ok(rows);
}

function parse(text: string): Result<unknown, PasteProblem> {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (error) {
    return refuse({
      line: lineOf(text, error instanceof Error ? error.message : ''),
      words: 'This is no JSON from here on.',
    });
  }
}

/** Engines name the line, the position, or neither, which is the end of the text. */
function lineOf(text: string, message: string): number {
  const line = /\bline (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /\bposition (\d+)/.exec(message)?.[1];
  return text
    .slice(0, position === undefined ? undefined : Number(position))
    .trimEnd()
    .split('\n').length;
}
