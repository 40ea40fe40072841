'use client';

import { useOrigins } from '@/components/canvas/origins-context';

/** The name of what is drawn, from whichever answer of the server brings it first. */
export function StudioTitle({ productKey, name }: { productKey: string; name: string | undefined }) {
  const origins = useOrigins();
  return name ?? origins.get(productKey)?.name ?? '…';
}
