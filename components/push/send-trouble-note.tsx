import { Said } from '@/components/shell/said';
import { Banner } from '@/components/ui/banner';
import type { SendTrouble } from './use-send';

/** Why the press on Send did not send; what is on screen is already what to decide on next. */
export function SendTroubleNote({ trouble }: { trouble: SendTrouble | null }) {
  switch (trouble?.kind) {
    case undefined:
      return null;
    case 'plan-changed':
      return (
        <Banner tone="warn" className="mb-3">
          The plan has changed since you opened this: somebody changed something meanwhile. Below is the new one.
          Nothing has been sent.
        </Banner>
      );
    case 'unsaved':
      return (
        <Banner tone="warn" className="mb-3">
          Your last changes are not saved yet, and only what is saved can be sent.
        </Banner>
      );
    case 'not-publishable':
      return (
        <Banner tone="bad" className="mb-3">
          <p>{trouble.words}</p>
          <ul className="mt-1 list-disc pl-4">
            {trouble.issues
              .filter((issue) => issue.severity === 'error')
              .map((issue) => (
                <li key={`${issue.code} ${issue.at}`}>
                  <Said>{issue.words}</Said>
                </li>
              ))}
          </ul>
        </Banner>
      );
    case 'other':
      return (
        <Banner tone="bad" className="mb-3">
          Nothing has been sent. {trouble.words}
        </Banner>
      );
  }
}
