import type { Negotiated } from './store';

/** A requirement that has just been asked: nobody has answered. */
export const NOTHING_NEGOTIATED: Negotiated = {
  counterValue: null,
  counterReason: null,
  counterDate: null,
  counteredById: null,
  counteredAt: null,
  question: null,
  deferredUntil: null,
  agreedById: null,
  agreedAt: null,
};

/** What has been said about a requirement, without the requirement. */
export function negotiatedOf(row: Negotiated): Negotiated {
  const { counterValue, counterReason, counterDate, counteredById, counteredAt } = row;
  const { question, deferredUntil, agreedById, agreedAt } = row;
  return {
    counterValue,
    counterReason,
    counterDate,
    counteredById,
    counteredAt,
    question,
    deferredUntil,
    agreedById,
    agreedAt,
  };
}
