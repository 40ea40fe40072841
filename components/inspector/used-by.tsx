'use client';

import { Gauge } from 'lucide-react';
import { useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useQuietValue } from '@/components/editor/use-quiet-value';
import { useLabel } from '@/components/editor/use-record';
import { indexModel } from '@/lib/model/model-index';
import { usersOf } from '@/lib/model/needs';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { InspectorSection } from './inspector-section';
import { RecordButton } from './record-button';

/** The metrics that would not be there without it. */
export function UsedBy({ id, productKey }: { id: RecordId; productKey: string }) {
  const metricIds = useQuietValue(
    useCallback((state: EditorState) => metricsUsing(state.document, productKey, id), [id, productKey]),
  );
  if (metricIds.length === 0) return null;
  return (
    <InspectorSection title="Used by">
      {metricIds.map((metricId) => (
        <MetricRow key={metricId} id={metricId} />
      ))}
    </InspectorSection>
  );
}

function MetricRow({ id }: { id: RecordId }) {
  return (
    <RecordButton id={id} icon={Gauge}>
      <span className="block truncate">{useLabel(id)}</span>
    </RecordButton>
  );
}

/** Everything that leans on the record, however far off, as far as it is a metric. */
function metricsUsing(document: ModelDocument, productKey: string, id: RecordId): RecordId[] {
  const users = usersOf(document, productKey);
  const reached = new Set<RecordId>();
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const user of users.get(at) ?? []) {
      // An entity's key and an entity's fields lean on each other: through them everything would use everything.
      if (reached.has(user) || document.records[user]?.kind === 'entity') continue;
      reached.add(user);
      waiting.push(user);
    }
  return indexModel(document).byKind.metric.flatMap((metric) => (reached.has(metric.id) ? [metric.id] : []));
}
