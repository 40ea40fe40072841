import type { Requirement } from '../plan';

type Asking = Pick<Requirement, 'value' | 'dayOffset' | 'asked' | 'askedDayOffset'>;

/** The row as the need by itself makes it, whatever was agreed in its place: what is recorded, and what is compared. */
export function asAsked<Row extends Asking>(row: Row): Omit<Row, 'asked' | 'askedDayOffset'> {
  const { asked, askedDayOffset, ...rest } = row;
  if (asked === undefined) return rest;
  return { ...rest, value: asked, ...(askedDayOffset === undefined ? {} : { dayOffset: askedDayOffset }) };
}
