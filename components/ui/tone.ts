/** A state, never a decoration: every use has words beside the colour. */
export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad';

export const toneText: Record<Tone, string> = {
  neutral: 'text-fg-2',
  accent: 'text-accent-text',
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'text-bad',
};
