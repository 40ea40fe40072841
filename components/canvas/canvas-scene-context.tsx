'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { useStoreValue } from '@/components/editor/use-store-value';
import type { CanvasScene, CanvasSceneStore } from './canvas-scene';

const CanvasSceneContext = createContext<CanvasSceneStore | null>(null);

export function CanvasSceneProvider({ scene, children }: { scene: CanvasSceneStore; children: ReactNode }) {
  return <CanvasSceneContext value={scene}>{children}</CanvasSceneContext>;
}

/** The scene itself, to read at the moment something is done. Reading does not subscribe. */
export function useCanvasSceneStore(): CanvasSceneStore {
  const scene = useContext(CanvasSceneContext);
  if (!scene) throw new Error('useCanvasSceneStore outside a CanvasSceneProvider');
  return scene;
}

export function useSceneValue<T>(select: (scene: CanvasScene) => T, isEqual?: (a: T, b: T) => boolean): T {
  return useStoreValue(useCanvasSceneStore(), select, isEqual);
}
