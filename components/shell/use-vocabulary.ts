'use client';

import { useQuery } from '@tanstack/react-query';
import { meQuery } from '@/lib/client/me';
import type { Vocabulary } from '@/lib/model/vocabulary';

/** Analysts read plain words, everybody else the field's. Plain until it is known who reads. */
export function useVocabulary(): Vocabulary {
  const { data: me } = useQuery(meQuery());
  return !me || me.person.role === 'analyst' ? 'plain' : 'field';
}
