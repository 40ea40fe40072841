import type { AskPage } from '@/lib/api/asks';
import type { Missing } from './missing-of';
import { ProvideEntity } from './provide-entity';
import { ProvidePanel } from './provide-panel';

/** A line that can be provided, and whether where it could come from is open under it. */
export type Providing = { ask: AskPage; missing: Missing; isOpen: boolean; onOpen: (target: string | null) => void };

export function ProvideMissing({ providing, onClose }: { providing: Providing; onClose: () => void }) {
  const { ask, missing } = providing;
  const Panel = missing.fields === 0 ? ProvidePanel : ProvideEntity;
  return <Panel ask={ask} target={missing.target} onClose={onClose} />;
}
