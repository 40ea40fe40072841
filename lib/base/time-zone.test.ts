import { expect, test } from 'vitest';
import { fixedOffsetMinutes, isTimeZone, knownTimeZones, zoneDifferences } from './time-zone';

test('zones that are said as an offset have one', () => {
  expect(fixedOffsetMinutes('UTC')).toBe(0);
  expect(fixedOffsetMinutes('Etc/GMT+3')).toBe(-180);
  expect(fixedOffsetMinutes('Etc/GMT-14')).toBe(840);
  expect(fixedOffsetMinutes('+05:30')).toBe(330);
  expect(fixedOffsetMinutes('-0300')).toBe(-180);
});

test('a place is not said as an offset, and what is no zone has none', () => {
  expect(fixedOffsetMinutes('America/Sao_Paulo')).toBe(null);
  expect(fixedOffsetMinutes('Mars/Base')).toBe(null);
});

test('a zone is an offset or a place that exists', () => {
  for (const zone of ['UTC', '+05:30', 'Etc/GMT+3', 'America/Sao_Paulo', 'europe/berlin', ...knownTimeZones()])
    expect([zone, isTimeZone(zone)]).toEqual([zone, true]);
  for (const zone of ['Mars/Base', '', 'Berlin', 'half past', '+99:00', 'UTC+25:00'])
    expect([zone, isTimeZone(zone)]).toEqual([zone, false]);
});

test('clocks of two zones are compared by every difference they have in a year', () => {
  expect(zoneDifferences('UTC', 'Asia/Kolkata')).toEqual([330]);
  expect(zoneDifferences('Asia/Tokyo', 'America/Phoenix')).toEqual([-16 * 60]);
  expect(zoneDifferences('Etc/GMT+3', 'America/Sao_Paulo')).toEqual([0]);
  expect(zoneDifferences('UTC', 'America/New_York')).toEqual([-300, -240]);
  // Both change in the same night, or some days apart.
  expect(zoneDifferences('Europe/Berlin', 'Europe/London')).toEqual([-60]);
  expect(zoneDifferences('Europe/Berlin', 'America/New_York')).toEqual([-360, -300]);
  expect(zoneDifferences('Europe/Berlin', 'Asia/Jerusalem')).toEqual([60, 120]);
  expect(zoneDifferences('UTC', 'Mars/Base')).toEqual([]);
});
