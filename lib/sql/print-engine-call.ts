import { templateOf } from './engine-calls';
import { POWER } from './precedence';
import type { EnginePrinter } from './print-engine';
import { printDateDiff, printDateTrunc, printFormatDate } from './print-engine-days';
import type { Aggregate, Call, Expression } from './tree';

/** A call in the words of an engine. */
export function printEngineCall(call: Call | Aggregate, printer: EnginePrinter): string {
  if (call.kind === 'aggregate') return printAggregate(call, printer);
  if (call.name === 'date_trunc') return printDateTrunc(call, printer);
  if (call.name === 'date_diff') return printDateDiff(call, printer);
  if (call.name === 'format_date') return printFormatDate(call, printer);
  return fillTemplate(call, printer);
}

function printAggregate(call: Aggregate, printer: EnginePrinter): string {
  if (call.arguments.length === 0) return 'COUNT(*)';
  const text = fillTemplate(call, printer);
  return call.distinct ? text.replace('(', '(DISTINCT ') : text;
}

function fillTemplate(call: Call | Aggregate, printer: EnginePrinter): string {
  const template = templateOf(printer.dialect, call.name, call.arguments.length);
  return template.replace(/\{(\d|\*)(?::(\w))?\}/g, (_, place: string, how = '') => {
    if (place === '*')
      return call.arguments.map((each, index) => put(each, index === 0 ? how : '', printer)).join(', ');
    const argument = call.arguments[Number(place) - 1];
    return argument ? put(argument, how, printer) : '';
  });
}

function put(argument: Expression, how: string, printer: EnginePrinter): string {
  switch (how) {
    case 'o':
      return printer.within(argument, POWER.sign);
    case 'i':
      return printWhole(argument, printer);
    case 'p':
      return atLeast(1, argument, printer);
    case 'n':
      return atLeast(0, argument, printer);
    case 'c':
      return printer.ordered(argument);
    default:
      return printer.print(argument);
  }
}

const INTEGER_MAX = 2_147_483_647;

/** GREATEST ignores null, which must stay null: it goes through as the largest number and comes out again. */
function atLeast(min: number, argument: Expression, printer: EnginePrinter): string {
  if (isNumber(argument, 0)) return String(Math.max(min, Number(argument.value)));
  const whole = printWhole(argument, printer);
  return `NULLIF(GREATEST(COALESCE(${whole}, ${INTEGER_MAX}), ${min}), ${INTEGER_MAX})`;
}

function printWhole(argument: Expression, printer: EnginePrinter): string {
  return isNumber(argument, 0) ? argument.value : `CAST(${printer.print(argument)} AS INTEGER)`;
}

function isNumber(tree: Expression, min: number): tree is Expression & { value: string } {
  return tree.kind === 'literal' && tree.type === 'number' && Number(tree.value) >= min;
}
