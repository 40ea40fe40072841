import { type Cut, cutKey, cutsInRoles } from '@/lib/model/cuts';
import { recordOf } from '@/lib/model/model-index';
import type { MetricRecord, ModelDocument } from '@/lib/model/records';
import { measuredEntities } from '@/lib/model/scope';
import { callAttribute } from '@/lib/model/words-for';

export type RoleCut = { value: string; label: string; cut: Cut };

/** The dates and the categories a metric reaches in a role only, because several ways lead there. */
export function roleCutsFor(document: ModelDocument, metric: MetricRecord): { times: RoleCut[]; slices: RoleCut[] } {
  const measured = measuredEntities(document, metric.id);
  const [home = null, ...others] = measured;
  const first = home === null ? [] : cutsInRoles(document, home);
  const reached = others.reduce((cuts, from) => {
    const there = new Set(cutsInRoles(document, from).map(cutKey));
    return cuts.filter((cut) => there.has(cutKey(cut)));
  }, first);
  const options = reached.flatMap((cut) => {
    const field = recordOf(document, 'attribute', cut.attributeId);
    const label = callAttribute(document, cut.attributeId, home, cut.role);
    return field ? [{ field, option: { value: cutKey(cut), label, cut } }] : [];
  });
  const isDate = ({ field }: (typeof options)[number]) => field.type === 'date' || field.type === 'timestamp';
  const isCategory = ({ field }: (typeof options)[number]) => ['category', 'flag', 'identifier'].includes(field.role);
  return {
    times: options.filter(isDate).map(({ option }) => option),
    slices: options.filter(isCategory).map(({ option }) => option),
  };
}
