'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { type ThemeChoice, useTheme } from './use-theme';

const OPTIONS: { value: ThemeChoice; label: string; start: React.ReactNode }[] = [
  { value: 'light', label: 'Light', start: <Sun className="size-3.5 text-fg-3" aria-hidden="true" /> },
  { value: 'dark', label: 'Dark', start: <Moon className="size-3.5 text-fg-3" aria-hidden="true" /> },
  { value: 'system', label: 'System', start: <Monitor className="size-3.5 text-fg-3" aria-hidden="true" /> },
];

export function ThemeMenu() {
  const { choice, theme, setTheme } = useTheme();
  const choose = (value: string) => {
    const option = OPTIONS.find((candidate) => candidate.value === value);
    if (option) setTheme(option.value);
  };
  return (
    <DropdownMenu
      side="top"
      align="end"
      trigger={<IconButton icon={theme === 'dark' ? Moon : Sun} label="Theme" tooltipSide="right" />}
      entries={[{ kind: 'choice', key: 'theme', label: 'Theme', value: choice, options: OPTIONS, onChange: choose }]}
    />
  );
}
