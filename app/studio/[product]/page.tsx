import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Studio } from '@/components/studio/studio';

export const metadata: Metadata = { title: 'Studio' };

export default async function StudioPage({ params }: PageProps<'/studio/[product]'>) {
  const { product } = await params;
  return (
    <Suspense>
      <Studio productKey={decodeURIComponent(product)} />
    </Suspense>
  );
}
