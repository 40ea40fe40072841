'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEditor } from '@/components/editor/editor-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { LoadingRows } from '@/components/ui/loading-rows';
import { productQuery } from '@/lib/client/products';
import { setExpectation } from '@/lib/model/edits/set-expectation';
import { setHowFresh } from '@/lib/model/edits/set-how-fresh';
import { howFreshOf, modelNeed } from '@/lib/model/how-fresh';
import type { ModelDocument } from '@/lib/model/records';
import type { Answers } from './answers';
import { ProposalList } from './proposal-list';
import { QuestionForm } from './question-form';
import { useSayUseCase } from './use-say-use-case';

type Props = { productKey: string; onDone: () => void };

/** What a decision needs, asked in four questions; what the catalog has for the answers is then confirmed one by one. */
export function FourQuestions({ productKey, onDone }: Props) {
  const { data: product } = useQuery(productQuery(productKey));
  const [answers, setAnswers] = useState<Answers | null>(null);
  const [isAsking, setAsking] = useState(true);
  const editor = useEditor();
  const say = useSayUseCase(productKey);
  if (!product) return <LoadingRows label="Opening the questions" rows={6} className="p-4" />;
  const { useCase } = product;
  const start = answers ?? {
    decision: useCase?.decision ?? '',
    audience: (useCase?.audience ?? []).join(', '),
    numbers: '',
    freshness: howFreshOf(editor.get().document),
    sureness: null,
  };
  const finish = (given: Answers) => {
    setAnswers(given);
    setAsking(false);
    say(given);
    editor.edit('Estimate how fresh and how sure', (document) => withEstimates(document, given));
  };
  return isAsking || answers === null ? (
    <QuestionForm start={start} onDone={finish} />
  ) : (
    <ProposalList productKey={productKey} answers={answers} onBack={() => setAsking(true)} onDone={onDone} />
  );
}

/** What was answered beyond what is stated already becomes an estimate. */
function withEstimates(document: ModelDocument, { freshness, sureness }: Answers): ModelDocument {
  const now = howFreshOf(document);
  const isNew = freshness !== null && (now?.is !== freshness.is || now.maxMinutes !== freshness.maxMinutes);
  const origin = 'estimated';
  const fresh = isNew ? setHowFresh(document, { fresh: freshness, newId: newRecordId, origin }) : document;
  const sure = modelNeed(fresh, 'availability')?.rule;
  if (sureness === null || (sure?.rule === 'availability' && sure.min === sureness)) return fresh;
  const rule = { rule: 'availability', min: sureness } as const;
  return setExpectation(fresh, { id: newRecordId(), onId: null, rule, origin });
}
