import { parseMinutes } from '@/lib/base/duration';
import type { RequirementValue } from '@/lib/engine/plan';
import type { CounterShape } from '@/lib/reviews/counter-value';

/** What was typed, in the unit of what is asked; null while it is not that. Shares are typed in percent. */
export function readOffer(shape: Exclude<CounterShape, 'subset'>, typed: string): RequirementValue {
  const text = typed.trim();
  switch (shape) {
    case 'minutes': {
      const minutes = parseMinutes(text);
      return minutes !== null && minutes > 0 ? minutes : null;
    }
    case 'share': {
      const percent = Number(text.replace(',', '.').replace(/\s*%$/, ''));
      if (text === '' || !Number.isFinite(percent) || percent <= 0 || percent > 100) return null;
      return Number((percent / 100).toFixed(8));
    }
    case 'days':
      return /^\d{1,6}$/.test(text) && Number(text) > 0 ? Number(text) : null;
    case 'clock':
      return /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(text) ? text.padStart(5, '0') : null;
  }
}
