import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { meQuery } from '@/lib/client/me';

/** Amounts of money to three digits, as figures of an estimate are read; the currency stands behind them as written. */
export function useMoney(currency: string | null): (amount: number) => string {
  const { data: me } = useQuery(meQuery());
  const locale = me?.workspace.locale ?? 'en';
  return useMemo(() => {
    const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
    return (amount) => `${number.format(amount)}${currency === null ? '' : ` ${currency}`}`;
  }, [locale, currency]);
}
