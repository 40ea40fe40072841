'use client';

import { Search, Waypoints } from 'lucide-react';
import { useShellDialogs } from '@/components/shell/shell-dialogs';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** A board nobody could read is not drawn; a part of it is one step away. */
export function TooMany({ count }: { count: number }) {
  const { openPalette } = useShellDialogs();
  return (
    <EmptyState
      icon={Waypoints}
      title={`${count} products are too many to read at once`}
      actions={
        <Button icon={Search} variant="primary" onClick={openPalette}>
          Find a product
        </Button>
      }
    >
      Choose a domain above, or find a product: its page leads to its own path.
    </EmptyState>
  );
}
