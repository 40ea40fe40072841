import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { FormulaName } from './formula-words';

/** Which metrics may be meant by what is being written: since the last sign or bracket, wherever in their name it stands. */
export function findMeant(textBefore: string, names: readonly FormulaName[]) {
  const typed = (/[^-+*/×÷−(),]*$/.exec(textBefore)?.[0] ?? '').trimStart();
  const wanted = typed.trim().toLowerCase();
  const meant = names.filter(({ label }) => label.toLowerCase().includes(wanted));
  const beginning = meant.filter(({ label }) => label.toLowerCase().startsWith(wanted));
  return { typed, meant: [...beginning, ...meant.filter((name) => !beginning.includes(name))] };
}

/** Metrics as people call them, while a formula is typed; nothing once the name is whole. */
export function completeFormula(names: readonly FormulaName[]) {
  const complete = (context: CompletionContext): CompletionResult | null => {
    const { typed, meant } = findMeant(context.state.sliceDoc(0, context.pos), names);
    const isWhole = meant.some(({ label }) => label.toLowerCase() === typed.trim().toLowerCase());
    if ((typed === '' || isWhole || /^\d/.test(typed)) && !context.explicit) return null;
    return {
      from: context.pos - typed.length,
      options: meant.map(({ label }, at) => ({ label, type: 'variable', boost: -at })),
      filter: false,
      // With the letter and not after it: a list still being looked up would take no press.
      update: (_current, _from, _to, next) => complete(next),
    };
  };
  return complete;
}
