import { keepWhileSame } from '../lineage/keep-while-same';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { joinedKeys, uniqueGrain } from './ask-keys';
import { checkOfPlaced } from './ask-validity';
import { usualVolume } from './ask-volume';
import type { AskedChecks } from './asked-checks';
import type { ConsumerDemand } from './consumer-demand';
import { keysThere } from './keys-there';
import type { SharedAsk } from './shared-ask';

/** What comes with every needed entity, whoever needs it; what falls to the consumer's own products it checks itself. */
export function askShared(
  lineage: Lineage,
  { demand }: ConsumerDemand,
): { shared: SharedAsk[]; checks: AskedChecks['checks'] } {
  const shared: SharedAsk[] = [];
  const checks: AskedChecks['checks'] = [];
  for (const needed of demand.order) {
    if (!needed.entity) continue;
    const { own, joined, there } = askedWith(lineage, needed.entity);
    for (const ask of own) if (ask.product !== demand.consumer) shared.push(ask);
    if (joined.size > 0)
      for (const { input } of needed.liveInputs) {
        const ask = joined.get(input);
        if (ask && ask.product !== demand.consumer) shared.push(ask);
      }
    for (const { name, placement, ask } of there) {
      if (ask.product !== demand.consumer) shared.push(ask);
      else checks.push(checkOfPlaced(`${needed.name}.${name}`, 'not-null', placement));
    }
  }
  return { shared, checks };
}

const askedWith = keepWhileSame((lineage, entity: CompiledEntity) => ({
  own: [uniqueGrain(lineage, entity), usualVolume(lineage, entity)].flatMap((ask) => ask ?? []),
  joined: joinedKeys(lineage, entity),
  there: keysThere(lineage, entity),
}));
