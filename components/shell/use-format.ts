'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { localiseNumbers, type NumberMarks } from '@/lib/base/localise-numbers';
import { meQuery } from '@/lib/client/me';

const KILO = 1000;
const BYTES = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/**
 * Numbers and dates as the workspace writes them: its locale, its time zone. A day without an hour is the same day
 * everywhere. A language of no country tells the hour out of 24, as the mark beside a model's title does.
 */
export function useFormat() {
  const { data: me } = useQuery(meQuery());
  const locale = me?.workspace.locale ?? 'en';
  const timeZone = me?.workspace.timezone ?? 'UTC';
  return useMemo(() => {
    const number = new Intl.NumberFormat(locale);
    const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const date = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
    const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
    const calendarDay = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
    const calendarDate = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
    const moment = new Intl.DateTimeFormat(locale, {
      timeZone,
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      ...(new Intl.Locale(locale).region === undefined ? { hourCycle: 'h23' as const } : {}),
    });
    const marks = marksOf(number);
    return {
      /** A sentence made for everybody, its numbers as here. */
      words: (sentence: string) => localiseNumbers(sentence, marks),
      number: (value: number) => number.format(value),
      /** A part of a whole, to be compared and not kept to: one digit. */
      percent: (value: number) => `${short.format(value * 100)} %`,
      bytes: (value: number) => describeBytes(value, short),
      date: (instant: string) => date.format(new Date(instant)),
      day: (instant: string) => day.format(new Date(instant)),
      /** Of a day as it is typed, `2026-12-10`, that no time zone moves. */
      calendarDay: (date: string) => calendarDay.format(new Date(date)),
      calendarDate: (date: string) => calendarDate.format(new Date(date)),
      moment: (instant: string) => moment.format(new Date(instant)),
    };
  }, [locale, timeZone]);
}

function marksOf(format: Intl.NumberFormat): NumberMarks {
  const parts = format.formatToParts(1_234_567.8);
  const markOf = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value;
  return { group: markOf('group') ?? '', decimal: markOf('decimal') ?? '.' };
}

function describeBytes(bytes: number, format: Intl.NumberFormat): string {
  let value = bytes;
  let unit = 0;
  while (value >= KILO && unit < BYTES.length - 1) {
    value /= KILO;
    unit += 1;
  }
  return `${format.format(value)} ${BYTES[unit]}`;
}
