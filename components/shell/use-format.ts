'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { meQuery } from '@/lib/client/me';

const KILO = 1000;
const BYTES = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Numbers and dates as the workspace writes them: its locale, its time zone. */
export function useFormat() {
  const { data: me } = useQuery(meQuery());
  const locale = me?.workspace.locale ?? 'en';
  const timeZone = me?.workspace.timezone ?? 'UTC';
  return useMemo(() => {
    const number = new Intl.NumberFormat(locale);
    const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const date = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
    const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
    const moment = new Intl.DateTimeFormat(locale, {
      timeZone,
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    return {
      number: (value: number) => number.format(value),
      /** A part of a whole, to be compared and not kept to: one digit. */
      percent: (value: number) => `${short.format(value * 100)} %`,
      bytes: (value: number) => describeBytes(value, short),
      date: (instant: string) => date.format(new Date(instant)),
      day: (instant: string) => day.format(new Date(instant)),
      moment: (instant: string) => moment.format(new Date(instant)),
    };
  }, [locale, timeZone]);
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
