import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** A wrapped line goes on under its own text and not at the margin: what belongs to what stays to be seen. */
export const hangingIndent = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = indentsIn(view);
    }
    update({ docChanged, viewportChanged, view }: ViewUpdate) {
      if (docChanged || viewportChanged) this.decorations = indentsIn(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Deeper than this a narrow panel would have no room for the text itself. */
const COLUMNS_MAX = 24;
const FURTHER = 2;

function indentsIn(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges)
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      const columns = Math.min(COLUMNS_MAX, (/^ *(?:- )?/.exec(line.text)?.[0].length ?? 0) + FURTHER);
      const style = `text-indent: -${columns}ch; padding-left: calc(8px + ${columns}ch)`;
      builder.add(line.from, line.from, Decoration.line({ attributes: { style } }));
      at = line.to + 1;
    }
  return builder.finish();
}
