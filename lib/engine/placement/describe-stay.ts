import type { StayReason } from './placement';

/** Why a rule is checked where it is and no earlier, as the end of a sentence that begins with "checked here because". */
export function describeStay(reason: StayReason): string {
  return WORDS[reason];
}

const WORDS: Record<StayReason, string> = {
  'two-inputs': 'it takes fields of two inputs together',
  'either-side': 'either of two inputs may keep it, and neither sees the other',
  total: 'the total of many rows cannot be checked on one',
  count: 'how many rows there are cannot be seen on one of them',
  'many-rows': 'it is worked out from many rows, and one of them says too little',
  rounding: 'rounding could make it hold on every row and break on the result',
  changes: 'the expression gives another value at another time',
  unbound: 'nobody has said yet where the value comes from',
  'too-long': 'written out over the inputs it would be too long to read',
  'looked-up': 'a row that finds no counterpart is empty too, and only here do both meet',
  'default-decides': 'a default stands in for what is missing, and the default breaks it',
  never: 'no value could ever keep it',
  'cannot-tell': 'whether an earlier check would say the same cannot be told',
};
