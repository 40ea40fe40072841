/** What is said of a metric worked out from another, wherever it is offered. */
export const DRAW_FROM_WORDS = {
  title: 'Draw another from it',
  ratio: 'Divided by…',
  change: 'Its change',
  running: 'Its running total',
} as const;
