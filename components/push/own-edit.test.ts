import { expect, test } from 'vitest';
import { aModel, anEntityWith } from '@/lib/model/factories';
import { ownEdit } from './own-edit';

const MODEL = aModel(anEntityWith('order', { id: 'string', amount: 'decimal' }));
const [ENTITY] = anEntityWith('order', { id: 'string', amount: 'decimal' }, { label: 'Sale' });

test('a change of one’s own records is an edit, and what is there keeps its place', () => {
  if (!ENTITY) throw new Error('there is an entity');
  const edit = ownEdit(
    { schedules: [], records: [{ product: 'cdp', put: [{ ...ENTITY, order: 99 }], remove: [] }] },
    'cdp',
  );
  expect(edit?.(MODEL).records.order).toEqual({ ...MODEL.records.order, label: 'Sale' });
});

test('what others would do is no edit of one’s own', () => {
  expect(ownEdit({ schedules: [{ product: 'a', everyMinutes: 5, takesMinutes: 1 }] }, 'cdp')).toBeNull();
  expect(ownEdit({ schedules: [], records: [{ product: 'a', put: [], remove: ['x'] }] }, 'cdp')).toBeNull();
  expect(ownEdit({ schedules: [], owners: [{ product: 'cdp', team: 'a' }] }, 'cdp')).toBeNull();
  expect(ownEdit({ schedules: [] }, 'cdp')).toBeNull();
});
