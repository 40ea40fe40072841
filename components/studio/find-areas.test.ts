import { expect, test } from 'vitest';
import { matchItems } from '@/components/shell/match-items';
import type { Area, Areas } from '@/lib/model/area';
import { findAreas } from './find-areas';

const area = (name: string): Area => ({ name, color: 'blue', members: ['order'], isFolded: false });
const areas: Areas = { b: area('What is sold'), a: area('Returns') };

test('areas are found by what they are called, and one that is chosen is gone to', () => {
  const gone: string[] = [];
  const items = findAreas(areas, (id) => gone.push(id));
  expect(items.map(({ label }) => label)).toEqual(['Returns', 'What is sold']);
  const [found, ...others] = matchItems(items, 'sold');
  found?.onSelect();
  expect([gone, others]).toEqual([['b'], []]);
  expect(matchItems(items, 'area')).toHaveLength(2);
});
