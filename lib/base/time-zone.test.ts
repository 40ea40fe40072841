import { expect, test } from 'vitest';
import { fixedOffsetMinutes, isTimeZone, knownTimeZones } from './time-zone';

test('zones whose clocks never change have an offset', () => {
  expect(fixedOffsetMinutes('UTC')).toBe(0);
  expect(fixedOffsetMinutes('Etc/GMT+3')).toBe(-180);
  expect(fixedOffsetMinutes('Etc/GMT-14')).toBe(840);
  expect(fixedOffsetMinutes('+05:30')).toBe(330);
  expect(fixedOffsetMinutes('-0300')).toBe(-180);
});

test('a place may change its clocks, whatever it does today, and what is no zone has no offset', () => {
  expect(fixedOffsetMinutes('America/Sao_Paulo')).toBe(null);
  expect(fixedOffsetMinutes('Mars/Base')).toBe(null);
});

test('a zone is an offset or a place that exists', () => {
  for (const zone of ['UTC', '+05:30', 'Etc/GMT+3', 'America/Sao_Paulo', 'europe/berlin', ...knownTimeZones()])
    expect([zone, isTimeZone(zone)]).toEqual([zone, true]);
  for (const zone of ['Mars/Base', '', 'Berlin', 'half past', '+99:00', 'UTC+25:00'])
    expect([zone, isTimeZone(zone)]).toEqual([zone, false]);
});
