import { Group } from 'lucide-react';
import type { PaletteItem } from '@/components/ui/command-palette';
import type { Areas } from '@/lib/model/area';

/** The areas of a drawing by their names, for whoever looks for one. */
export function findAreas(areas: Areas, go: (id: string) => void): PaletteItem[] {
  return Object.entries(areas)
    .map(([id, { name }]) => ({ key: `area ${id}`, label: name, hint: 'area', icon: Group, onSelect: () => go(id) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
