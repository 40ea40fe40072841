import { Draft } from '@/lib/api/draft';
import type { ModelRecord } from '@/lib/model/records';
import { RETENTION, type Story } from './story';

/** An analyst draws a field that comes from nowhere, and a metric on it. */
export async function wishForInstalments(story: Story): Promise<ModelRecord[]> {
  const { records } = await story.read(Draft, `${RETENTION}/draft`);
  const order = records.find((one) => one.kind === 'entity' && one.name === 'order');
  const at = records.find(
    (one) => one.kind === 'attribute' && one.entityId === order?.id && one.name === 'purchased_at',
  );
  const time =
    at ?? records.find((one) => one.kind === 'attribute' && one.entityId === order?.id && one.role === 'time');
  if (!order || !time) throw new Error('the story has no orders');
  return [
    {
      kind: 'attribute',
      id: 'wish',
      order: 99,
      entityId: order.id,
      name: 'instalments',
      label: 'Instalments',
      description: null,
      synonyms: [],
      type: 'integer',
      role: 'number',
      unit: null,
      classification: null,
      nullable: true,
      expression: null,
    },
    {
      kind: 'measure',
      id: 'wish-measure',
      order: 99,
      entityId: order.id,
      name: 'most_instalments',
      label: null,
      aggregation: 'max',
      expression: 'instalments',
      percentile: null,
      filter: null,
      segmentIds: [],
      behaviour: 'unit',
      unit: null,
      emptyAs: null,
    },
    {
      kind: 'metric',
      id: 'wish-metric',
      order: 99,
      name: 'most_instalments',
      label: 'Most instalments',
      definition: null,
      formula: { kind: 'simple', measureId: 'wish-measure' },
      timeAttributeId: time.id,
      grain: null,
      sliceIds: [],
      segmentIds: [],
      filter: null,
      direction: null,
      target: null,
      unit: null,
      owner: null,
    },
  ];
}
