import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { NameInScope } from '@/lib/model/names-in-scope';
import { FUNCTIONS } from '@/lib/sql/functions';

/** What may be written next: names first, called as people call them, then functions. */
export function completeExpression(names: readonly NameInScope[], hasAggregates: boolean) {
  const fields = names.map(
    ({ text, label, type }): Completion => ({
      label: text,
      ...(label === text ? {} : { displayLabel: label }),
      detail: type,
      type: 'variable',
      boost: text.includes('.') ? 1 : 2,
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
