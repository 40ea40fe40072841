'use client';

import { ShieldCheck } from 'lucide-react';
import { useCallback } from 'react';
import { useCoverage } from '@/components/canvas/coverage-context';
import { CoverageMark } from '@/components/canvas/coverage-mark';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { Said } from '@/components/shell/said';
import { describeExpectation } from '@/lib/model/expectation-words';
import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { RecordButton } from './record-button';

/** A need as its sentence, with whether it is met. */
export function NeedRow({ id }: { id: RecordId }) {
  const words = useEditorValue(
    useCallback(
      ({ document }: EditorState) => {
        const need = recordOf(document, 'expectation', id);
        return need === null ? '' : describeExpectation(document, need, 'plain');
      },
      [id],
    ),
  );
  const coverage = useCoverage(id);
  return (
    <RecordButton id={id} icon={ShieldCheck} end={<CoverageMark coverage={coverage} />}>
      <Said>{words}</Said>
    </RecordButton>
  );
}
