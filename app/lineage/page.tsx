import type { Metadata } from 'next';
import { LineageScreen } from '@/components/lineage/lineage-screen';

export const metadata: Metadata = { title: 'Lineage' };

export default function LineagePage() {
  return <LineageScreen />;
}
