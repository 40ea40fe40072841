'use client';

import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { FourQuestions } from './four-questions';
import { PastePanel } from './paste-panel';
import type { StartWay } from './start-way';
import { TemplateList } from './template-list';

type Props = { way: StartWay; productKey: string; onClose: () => void };

const TITLES: Record<StartWay, string> = {
  questions: 'Four questions',
  template: 'Begin with a template',
  paste: 'Paste or upload',
};

/** A way to begin beside the canvas, so that what is taken in is seen at once. */
export function StartPanel({ way, productKey, onClose }: Props) {
  const heading = useId();
  const content: Record<StartWay, ReactNode> = {
    questions: <FourQuestions productKey={productKey} onDone={onClose} />,
    template: <TemplateList productKey={productKey} onDone={onClose} />,
    paste: <PastePanel onDone={onClose} />,
  };
  return (
    <aside aria-labelledby={heading} className="flex w-[340px] shrink-0 flex-col border-r bg-bg max-[1180px]:w-[288px]">
      <header className="flex h-11 shrink-0 items-center gap-2 pr-2 pl-4">
        <h2 id={heading} className="font-semibold text-base tracking-[-0.012em]">
          {TITLES[way]}
        </h2>
        <IconButton icon={X} label="Put this away" onClick={onClose} className="ml-auto" />
      </header>
      {content[way]}
    </aside>
  );
}
