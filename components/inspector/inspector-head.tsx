'use client';

import type { ReactNode } from 'react';
import type { RecordId } from '@/lib/model/records';
import { NameField } from './name-field';

type Props = { id: RecordId; kind: string; productKey: string; children?: ReactNode };

export function InspectorHead({ id, kind, productKey, children }: Props) {
  return (
    <header className="px-4 pt-3.5 pb-3">
      <p className="text-fg-3 text-xs">{kind}</p>
      <NameField key={id} id={id} label={`Name: ${kind}`} productKey={productKey} />
      {children}
    </header>
  );
}
