import { expect, test } from 'vitest';
import type { AttributeType } from '@/lib/model/records';
import { mapFields } from './map-fields';

const field = (name: string, type: AttributeType, label: string | null = null) => ({ name, label, synonyms: [], type });

test('the same name before a similar one, each offered one once, and no type that would lose something', () => {
  const wished = [
    field('payment_method', 'string'),
    field('method', 'string'),
    field('instalments', 'integer'),
    field('paid', 'integer'),
    field('colour', 'string'),
  ];
  const offered = [
    field('method', 'string', 'Payment method'),
    field('instalments', 'integer'),
    field('paid', 'decimal'),
    field('sequence', 'integer'),
  ];
  expect(Object.fromEntries(mapFields(wished, offered, new Set()))).toEqual({
    payment_method: 'method',
    method: null,
    instalments: 'instalments',
    paid: null,
    colour: null,
  });
});
