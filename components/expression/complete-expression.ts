import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { NameInScope } from '@/lib/model/names-in-scope';
import { FUNCTIONS } from '@/lib/sql/functions';
import type { SqlType } from '@/lib/sql/tree';

/** Beside a name there is room for a word. */
const TYPES: Readonly<Record<SqlType, string>> = {
  string: 'text',
  integer: 'whole number',
  decimal: 'number',
  boolean: 'yes or no',
  date: 'date',
  time: 'time of day',
  timestamp: 'date and time',
  json: 'JSON',
  interval: 'span of time',
  unknown: '',
};

/** What may be written next: names first, called as people call them, then functions. */
export function completeExpression(names: readonly NameInScope[], hasAggregates: boolean) {
  const fields = names.map(
    ({ text, label, type }): Completion => ({
      label: text,
      ...(label === text ? {} : { displayLabel: label }),
      detail: TYPES[type],
      type: 'variable',
      boost: text.includes('.') ? 20 : 50,
    }),
  );
  const functions = [...new Set(FUNCTIONS.values())]
    .filter(({ aggregate }) => hasAggregates || !aggregate)
    .map(
      ({ name, parameters }): Completion => ({
        label: name,
        detail: `(${parameters.join(', ')})`,
        type: 'function',
        apply: `${name}(`,
      }),
    );
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\w."]+/);
    if (!word && !context.explicit) return null;
    return { from: word?.from ?? context.pos, options: [...fields, ...functions], validFor: /^[\w."]*$/ };
  };
}
