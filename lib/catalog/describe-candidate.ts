import type { CandidateReason } from './candidates';

/** A reason for or against a candidate, in words an analyst reads; products are named as `productName` has them. */
export function describeCandidateReason(reason: CandidateReason, productName: (key: string) => string): string {
  switch (reason.code) {
    case 'called-the-same':
      return `called “${reason.text}” as well`;
    case 'called-alike':
      return `called “${reason.text}”, which is alike`;
    case 'shares-attributes':
      return `has ${reason.names.length} of your ${reason.of} fields: ${reason.names.join(', ')}`;
    case 'same-type':
      return `is ${aOrAn(reason.type)} too`;
    case 'fitting-type':
      return `is ${aOrAn(reason.type)}, which fits`;
    case 'same-unit':
      return `in ${reason.unit} too`;
    case 'other-unit':
      return `but in ${reason.unit}, not in ${reason.wanted}`;
    case 'same-role':
      return 'plays the same part';
    case 'of-the-same-entity':
      return `belongs to ${reason.entity} too`;
    case 'already-an-input':
      return `comes with ${reason.entity}, which you use already`;
    case 'already-leaned-on':
      return `from ${productName(reason.product)}, which you use already`;
  }
}

function aOrAn(word: string): string {
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}
