import { expect, test } from 'vitest';
import { linkTo } from './link-to';

const HERE = 'https://headwater.example/studio/cdp-retention?tab=code&select=other&at=0,0,10,10&detail=keys';

test('a link to a thing selects it and shows where it stands, as much of each card as is shown now', () => {
  const link = new URL(linkTo(HERE, 'order', { x: -20.4, y: 5, width: 612, height: 400 }));
  expect(Object.fromEntries(link.searchParams)).toEqual({ select: 'order', at: '-20,5,612,400', detail: 'keys' });
});

test('what stands nowhere is selected, and whoever comes is shown what they saw last', () => {
  expect(new URL(linkTo(HERE, 'order', null)).searchParams.has('at')).toBe(false);
});
