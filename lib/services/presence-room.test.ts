import { expect, test } from 'vitest';
import { openPresenceRoom, STAYS_MS } from './presence-room';

const ana = { key: 'ana', name: 'Ana' };
const bruno = { key: 'bruno', name: 'Bruno' };
const here = (at: number) => ({ isHere: true, at });

test('who says so is here, by name and once, and gone when they say that', () => {
  const room = openPresenceRoom();
  expect(room.tell('model', bruno, here(0))).toBe(true);
  expect(room.tell('model', ana, here(1))).toBe(true);
  expect(room.tell('model', bruno, here(2))).toBe(false);
  expect(room.who('model', 3)).toEqual([ana, bruno]);
  expect(room.who('other', 3)).toEqual([]);
  expect(room.tell('model', bruno, { isHere: false, at: 4 })).toBe(true);
  expect(room.tell('model', bruno, { isHere: false, at: 5 })).toBe(false);
  expect(room.who('model', 6)).toEqual([ana]);
});

test('who is not heard of any more has left, and comes back as somebody new', () => {
  const room = openPresenceRoom();
  room.tell('model', ana, here(0));
  room.tell('model', ana, here(20_000));
  expect(room.who('model', 20_000 + STAYS_MS - 1)).toEqual([ana]);
  expect(room.who('model', 20_000 + STAYS_MS)).toEqual([]);
  expect(room.tell('model', ana, here(70_000))).toBe(true);
});
