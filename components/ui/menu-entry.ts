import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/**
 * What a menu holds, as data: the same list serves a button's menu, the right click and the command palette, so a verb
 * is spelled once wherever it is offered.
 */
export type MenuEntry =
  | {
      kind: 'item';
      key: string;
      label: string;
      icon?: LucideIcon;
      /** In place of an icon: an avatar, a swatch. */
      start?: ReactNode;
      hint?: string;
      keys?: string;
      isDanger?: boolean;
      isDisabled?: boolean;
      onSelect: () => void;
    }
  | {
      kind: 'check';
      key: string;
      label: string;
      isChecked: boolean;
      isDisabled?: boolean;
      onChange: (on: boolean) => void;
    }
  | {
      kind: 'choice';
      key: string;
      label: string;
      value: string;
      options: { value: string; label: string; hint?: string; start?: ReactNode }[];
      onChange: (value: string) => void;
    }
  | { kind: 'sub'; key: string; label: string; icon?: LucideIcon; entries: MenuEntry[] }
  | { kind: 'heading'; key: string; label: string }
  | { kind: 'line'; key: string };
