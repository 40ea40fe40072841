import type { Viewport } from '@xyflow/react';
import { z } from 'zod';

const Remembered = z.strictObject({ x: z.number(), y: z.number(), zoom: z.number().positive() });

/** Where the person last stood on a canvas, in this browser; null when they have not been here. */
export function recallViewport(product: string): Viewport | null {
  try {
    const parsed = Remembered.safeParse(JSON.parse(sessionStorage.getItem(keyOf(product)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function rememberViewport(product: string, viewport: Viewport): void {
  sessionStorage.setItem(keyOf(product), JSON.stringify(viewport));
}

function keyOf(product: string): string {
  return `headwater:viewport:${product}`;
}
