'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { meQuery } from '@/lib/client/me';
import { useShellDialogs } from './shell-dialogs';

/** How a workspace gets its first content: a file, for whoever may import one, and a drawing, for everybody. */
export function StartActions() {
  const { data: me } = useQuery(meQuery());
  const { openImport, openNewModel } = useShellDialogs();
  return (
    <>
      {me?.person.role === 'admin' && (
        <Button variant="primary" onClick={openImport}>
          Import a workspace file
        </Button>
      )}
      <Button onClick={openNewModel}>New model</Button>
    </>
  );
}
