import { askChecks } from './ask-checks';
import { askClasses } from './ask-classes';
import { askDelivery } from './ask-delivery';
import { askHouse } from './ask-house';
import { askKeys } from './ask-keys';
import { askNotice } from './ask-notice';
import { askReconciliations } from './ask-reconciliations';
import { askReferences } from './ask-references';
import { askValues, askWeighedRows } from './ask-values';
import { askVolume } from './ask-volume';
import type { Demand } from './demand';
import { type KindRows, mergeKindRows, together } from './kind-row';
import type { WorkspaceView } from './view';

/** The kinds whose rows bear a rule's name or an object, over all consumers, each asked once. */
export function resolveKinds(view: WorkspaceView, demands: readonly Demand[]): KindRows {
  const { rows, skipped } = together(
    demands.flatMap((demand) => [
      askKeys(view, demand),
      askValues(view, demand),
      askWeighedRows(view, demand),
      askVolume(view, demand),
      askReferences(view, demand),
      askReconciliations(view, demand),
      askDelivery(view, demand),
      askNotice(view, demand),
      askClasses(view, demands, demand),
      askChecks(view, demand),
      askHouse(view, demand),
    ]),
  );
  return { rows: mergeKindRows(rows), skipped };
}
