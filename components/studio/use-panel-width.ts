import type { PanelWidth } from '@/components/ui/panel-edge';
import { useRememberedText } from './use-remembered-text';

type Bounds = { usual: number; min: number; max: number };

/** How wide somebody has drawn a panel in this browser; as wide as usual until then, and again when they put it back. */
export function usePanelWidth(key: string, { usual, min, max }: Bounds): PanelWidth {
  const [text, set] = useRememberedText(`width-${key}`);
  const drawn = text === null ? Number.NaN : Number(text);
  return {
    width: drawn >= min && drawn <= max ? drawn : usual,
    min,
    max,
    onChange: (width) => set(width === null ? null : String(width)),
  };
}
