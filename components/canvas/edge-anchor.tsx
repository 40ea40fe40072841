/** What React Flow looks for on a card before it draws lines to it. Ours bring their own points, so one cheap one will do. */
export function EdgeAnchor() {
  return (
    <i
      className="source pointer-events-none absolute top-5 left-0 size-0.5"
      data-handleid="card"
      data-handlepos="right"
      aria-hidden="true"
    />
  );
}
