import type { Metadata } from 'next';
import { LedgerScreen } from '@/components/ledger/ledger-screen';

export const metadata: Metadata = { title: 'What we need not move' };

export default function LedgerPage() {
  return <LedgerScreen />;
}
