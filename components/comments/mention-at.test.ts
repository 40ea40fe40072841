import { expect, test } from 'vitest';
import { mentionAt, whoIsMeant } from './mention-at';

const PEOPLE = [
  { key: 'ana', name: 'Ana Souza' },
  { key: 'bruno', name: 'Bruno Lima' },
  { key: 'carla', name: 'Carla Mendes' },
];
const offered = (text: string) => {
  const typing = mentionAt(text, text.length);
  return typing && whoIsMeant(typing.typed, PEOPLE).map(({ key }) => key);
};

test.each([
  ['@', ['ana', 'bruno', 'carla']],
  ['well, @ca', ['carla']],
  ['@carla M', ['carla']],
  ['@Lim', ['bruno']],
  ['@zoe', []],
])('after %j these are offered', (text, keys) => expect(offered(text)).toEqual(keys));

test.each(['no call', 'mail@an', '@Ana Souza, ', '@Ana\n', '@ spaced'])('after %j nobody is being called', (text) => {
  expect(offered(text)).toBe(null);
});

test('a name that is written out needs no more help', () => expect(offered('@Carla Mendes ')).toEqual([]));
