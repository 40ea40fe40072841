import { printExpression } from '@/lib/sql/print';
import { mapColumns } from '@/lib/sql/rewrite';
import type { Column, Comparison, Expression, Literal } from '@/lib/sql/tree';

/**
 * A filter in words: `status = 'delivered' and delivered_at is not null` reads "status is delivered and delivered at is
 * known". What has no plain wording is shown as it is written; nothing is left out. A day is not less than another but before
 * it: `isTime` tells which columns are dates or times, and what is compared with a written one is.
 */
export function describeCondition(
  tree: Expression,
  callColumn: (column: Column) => string,
  isTime: (column: Column) => boolean = () => false,
): string {
  const say = (part: Expression): string => {
    switch (part.kind) {
      case 'and':
        return part.operands.map((one) => (one.kind === 'or' ? `(${say(one)})` : say(one))).join(' and ');
      case 'or':
        return part.operands.map((one) => (one.kind === 'and' ? `(${say(one)})` : say(one))).join(' or ');
      case 'column':
        return `it ${/^(is|has|was|can) /.test(callColumn(part)) ? '' : 'is '}${callColumn(part)}`;
      case 'unary':
        return part.operator === 'not' ? sayNot(part.operand) : shown(part);
      case 'comparison':
        return sayComparison(part);
      case 'test':
        if (part.test !== 'null') return shown(part);
        return `${shown(part.operand)} is ${part.negated ? 'known' : 'not known'}`;
      case 'in':
        return `${shown(part.operand)} is ${part.negated ? 'none' : 'one'} of ${part.items.map(shown).join(', ')}`;
      case 'between': {
        const is = part.negated ? 'is not' : 'is';
        return `${shown(part.operand)} ${is} between ${shown(part.low)} and ${shown(part.high)}`;
      }
      default:
        return shown(part);
    }
  };
  const sayNot = (part: Expression) => {
    const said = say(part);
    return part.kind === 'column' && said.startsWith('it is ') ? said.replace('it is ', 'it is not ') : `not (${said})`;
  };
  const sayComparison = ({ left, operator, right }: Comparison) => {
    const isInTime = [left, right].some((side) => (side.kind === 'column' ? isTime(side) : isMoment(side)));
    const compared = isInTime ? { ...COMPARISONS, ...COMPARED_IN_TIME } : COMPARISONS;
    return `${shown(left)} ${compared[operator]} ${shown(right)}`;
  };
  const shown = (part: Expression): string => {
    if (part.kind === 'column') return callColumn(part);
    return (part.kind === 'literal' && part.type === 'string') || isMoment(part)
      ? part.value
      : printWith(part, callColumn);
  };
  return say(tree);
}

const COMPARISONS: Record<Comparison['operator'], string> = {
  '=': 'is',
  '<>': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
  'is distinct from': 'is not',
  'is not distinct from': 'is',
};

const COMPARED_IN_TIME: Partial<typeof COMPARISONS> = {
  '<': 'is before',
  '<=': 'is not after',
  '>': 'is after',
  '>=': 'is not before',
};

function isMoment(part: Expression): part is Literal & { type: 'date' | 'timestamp' } {
  return part.kind === 'literal' && (part.type === 'date' || part.type === 'timestamp');
}

/** An expression printed with its columns called by other names, which may have spaces. */
export function printWith(tree: Expression, callColumn: (column: Column) => string): string {
  const calls: string[] = [];
  const marked = mapColumns(tree, (column): Expression => {
    const name = `\uE000${calls.push(callColumn(column)) - 1}`;
    return { kind: 'column', qualifier: null, name };
  });
  return printExpression(marked).replace(/"\uE000(\d+)"/g, (_, at: string) => calls[Number(at)] ?? '');
}
