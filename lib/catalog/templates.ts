import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelRecord } from '@/lib/model/records';
import { describeMetric } from '@/lib/model/sentence';
import type { WorkspaceSnapshot } from './snapshot';

/** A model somebody may begin with: a consumer of a workspace that is shipped, and what it decides by. */
export type Template = {
  /** Unique among the templates of one workspace. */
  key: string;
  name: string;
  workspace: string;
  decision: string | null;
  entities: string[];
  metrics: { label: string; sentence: string }[];
  records: ModelRecord[];
};

/** The consumers of a workspace that have metrics, in its order: what was drawn for a decision can be drawn again. */
export function templatesOf({ workspace, products }: WorkspaceSnapshot): Template[] {
  return products.flatMap(({ key, name, alignment, useCase, model }): Template[] => {
    const { entity, metric } = indexModel(model).byKind;
    if (alignment !== 'consumer' || metric.length === 0) return [];
    return [
      {
        key,
        name,
        workspace: workspace.name,
        decision: useCase?.decision ?? null,
        entities: entity.map(({ id }) => labelOfRecord(model, id)),
        metrics: metric.map(({ id }) => ({ label: labelOfRecord(model, id), sentence: describeMetric(model, id) })),
        records: Object.values(model.records),
      },
    ];
  });
}
