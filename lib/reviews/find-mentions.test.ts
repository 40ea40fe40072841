import { expect, test } from 'vitest';
import { callName, findMentions } from './find-mentions';

const PEOPLE = [
  { key: 'ana', name: 'Ana Souza' },
  { key: 'carla', name: 'Carla Mendes' },
  { key: 'fabio', name: 'Fábio Nunes' },
  { key: 'fabio-2', name: 'Fábio Reis' },
];
const named = (text: string) => findMentions(text, PEOPLE).map(({ key, from, to }) => [key, text.slice(from, to)]);

test.each([
  ['@Carla Mendes, can you?', [['carla', '@Carla Mendes']]],
  ['can you, @carla?', [['carla', '@carla']]],
  [
    '@Ana and @Carla Mendes',
    [
      ['ana', '@Ana'],
      ['carla', '@Carla Mendes'],
    ],
  ],
  ['(@ANA SOUZA)', [['ana', '@ANA SOUZA']]],
  ['@Fábio Nunes not the other', [['fabio', '@Fábio Nunes']]],
])('%j names whom it calls', (text, wanted) => expect(named(text)).toEqual(wanted));

test.each(['write to x@ana.example', '@Anabel', '@nobody', '@', 'Ana Souza', '@Fábio, whichever of you'])(
  '%j names nobody',
  (text) => expect(named(text)).toEqual([]),
);

test('somebody whose name another bears is called by key', () => {
  const twins = [...PEOPLE, { key: 'ana-2', name: 'Ana Souza' }];
  expect(callName({ key: 'ana-2', name: 'Ana Souza' }, twins)).toBe('ana-2');
  expect(callName({ key: 'carla', name: 'Carla Mendes' }, twins)).toBe('Carla Mendes');
  expect(findMentions('@Ana Souza @ana-2', twins).map(({ key }) => key)).toEqual(['ana', 'ana-2']);
});
