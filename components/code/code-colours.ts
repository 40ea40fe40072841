import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** The few colours of written text, from the tokens of the theme. */
export const codeColours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.string, color: 'var(--ok)' },
    { tag: tags.number, color: 'var(--consumer)' },
    { tag: [tags.keyword, tags.bool, tags.null], color: 'var(--accent-text)' },
    { tag: [tags.function(tags.variableName), tags.definition(tags.propertyName)], color: 'var(--aggregate)' },
    { tag: [tags.operator, tags.punctuation, tags.separator, tags.bracket], color: 'var(--text-3)' },
    { tag: tags.comment, color: 'var(--text-3)', fontStyle: 'italic' },
  ]),
);
