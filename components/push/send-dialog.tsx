'use client';

import { useState } from 'react';
import type { Autosave } from '@/components/editor/autosave';
import { Dialog } from '@/components/ui/dialog';
import { SendPlan } from './send-plan';
import { SendResult } from './send-result';
import type { SentOff } from './use-send';

type Props = {
  product: string;
  productName: string;
  autosave: Autosave;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onSent: () => void;
};

/** Sending upstream: the plan is the confirmation, and afterwards the dialog says who was asked. */
export function SendDialog({ product, productName, autosave, isOpen, onOpenChange, onSent }: Props) {
  const [sent, setSent] = useState<SentOff | null>(null);
  const change = (next: boolean) => {
    if (!next) setSent(null);
    onOpenChange(next);
  };
  const finish = (sentOff: SentOff) => {
    setSent(sentOff);
    onSent();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={change}
      size={sent ? 'md' : 'xl'}
      isBare
      title={sent ? 'Sent upstream' : 'Send upstream'}
      description={
        sent
          ? `${productName} is version ${sent.answer.version} now.`
          : 'Nothing has been asked yet. This is exactly what will be sent.'
      }
    >
      {sent ? (
        <SendResult sent={sent} onClose={() => change(false)} />
      ) : (
        <SendPlan product={product} autosave={autosave} onSent={finish} onCancel={() => change(false)} />
      )}
    </Dialog>
  );
}
