/** A metric's name in formulas, and what people call it. */
export type FormulaName = { readonly name: string; readonly label: string };

/** A formula with every metric called as people call it: `item_revenue / orders` reads `Item revenue / Orders`. */
export function showFormula(formula: string, names: readonly FormulaName[]): string {
  const labels = new Map(names.map(({ name, label }) => [name, label]));
  return formula.replace(/[A-Za-z_][A-Za-z0-9_]*/g, (word) => labels.get(word) ?? word);
}

/** The way back: labels become names, the longest first, so that "Orders per customer" is not read as "Orders". */
export function readFormula(text: string, names: readonly FormulaName[]): string {
  const byLength = [...names].sort((a, b) => b.label.length - a.label.length || (a.label < b.label ? -1 : 1));
  if (byLength.length === 0) return text;
  const pattern = new RegExp(byLength.map(({ label }) => escaped(label)).join('|'), 'giu');
  const named = new Map(byLength.map(({ name, label }) => [label.toLowerCase(), name]));
  return text
    .replaceAll('×', '*')
    .replaceAll('÷', '/')
    .replaceAll('−', '-')
    .replace(pattern, (label) => named.get(label.toLowerCase()) ?? label);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
