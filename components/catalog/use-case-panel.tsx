'use client';

import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import type { ProductPage } from '@/lib/api/product-page';
import type { UseCase } from '@/lib/catalog/snapshot';

/** The decision a consumer product serves; everything else on the page follows from it. */
export function UseCasePanel({ useCase, owner }: { useCase: UseCase; owner: ProductPage['owner'] }) {
  const format = useFormat();
  const { decision, questions = [], audience = [], neededBy } = useCase;
  return (
    <Panel title="The decision it serves">
      {decision && <p className="text-balance font-medium text-lg tracking-[-0.012em]">{decision}</p>}
      {questions.length > 0 && (
        <ul className="mt-2 list-disc space-y-0.5 pl-4 text-fg-2 text-sm marker:text-fg-3">
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
      {(audience.length > 0 || neededBy) && (
        <p className="mt-2 text-fg-2 text-xs">
          {audience.length > 0 &&
            `For ${audience.map((whom) => (whom === owner?.key ? owner.name : spelledOut(whom))).join(', ')}`}
          {audience.length > 0 && neededBy && ' · '}
          {neededBy && `needed by ${format.calendarDate(neededBy)}`}
        </p>
      )}
    </Panel>
  );
}

const KEY = /^[a-z0-9]+(-[a-z0-9]+)+$/;

/** Files name people by keys; what somebody typed in words stays as it is. */
function spelledOut(whom: string): string {
  return KEY.test(whom) ? whom.replaceAll('-', ' ') : whom;
}
