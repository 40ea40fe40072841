import { StreamLanguage } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { codeColours } from '@/components/code/code-colours';
import { FUNCTIONS } from '@/lib/sql/functions';

const WORDS =
  /^(and|or|not|is|null|true|false|in|like|ilike|between|case|when|then|else|end|distinct|from|as|date|time|timestamp|interval|cast|try_cast|extract)$/i;

/** Colours only: what is a text, a number, a word of the language, a function. What is right is checked elsewhere. */
const language = StreamLanguage.define({
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^'(?:[^']|'')*'?/)) return 'string';
    if (stream.match(/^"(?:[^"]|"")*"?/)) return 'variableName';
    if (stream.match(/^\d+(?:\.\d+)?/)) return 'number';
    const word = stream.match(/^[A-Za-z_][A-Za-z0-9_]*/);
    if (word && word !== true) {
      if (WORDS.test(word[0])) return 'keyword';
      return stream.peek() === '(' && FUNCTIONS.has(word[0].toLowerCase()) ? 'function' : 'variableName';
    }
    stream.next();
    return 'operator';
  },
  tokenTable: { function: tags.function(tags.variableName) },
});

export const expressionLanguage = [language, codeColours];
