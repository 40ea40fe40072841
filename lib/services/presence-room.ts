import { compareText } from '@/lib/base/compare-text';

/** Twice the time between two signs of life, and a little for a slow network. */
export const STAYS_MS = 45_000;

type Someone = { key: string; name: string };
export type PresenceRoom<P extends Someone> = {
  /** Somebody is here, or has just left. True when that changes who is here. */
  tell(place: string, person: P, sign: { isHere: boolean; at: number }): boolean;
  /** By name. */
  who(place: string, at: number): P[];
};

/**
 * Who has what open right now: never stored, told again every 20 seconds, forgotten 45 seconds after the last sign. That
 * somebody works here is of interest while they do and nobody's business afterwards.
 */
export function openPresenceRoom<P extends Someone>(): PresenceRoom<P> {
  const places = new Map<string, Map<string, { person: P; until: number }>>();

  function present(place: string, at: number) {
    const here = places.get(place) ?? new Map<string, { person: P; until: number }>();
    for (const [key, { until }] of here) if (until <= at) here.delete(key);
    if (here.size === 0) places.delete(place);
    return here;
  }

  return {
    tell(place, person, { isHere, at }) {
      const here = present(place, at);
      const wasHere = here.has(person.key);
      if (isHere) {
        here.set(person.key, { person, until: at + STAYS_MS });
        places.set(place, here);
      } else here.delete(person.key);
      if (here.size === 0) places.delete(place);
      return wasHere !== isHere;
    },
    who: (place, at) =>
      [...present(place, at).values()].map(({ person }) => person).sort((a, b) => compareText(a.name, b.name)),
  };
}
