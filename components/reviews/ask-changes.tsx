'use client';

import { useQuery } from '@tanstack/react-query';
import { Waypoints } from 'lucide-react';
import { useState } from 'react';
import { DiffDialog } from '@/components/lineage/diff-dialog';
import { useFormat } from '@/components/shell/use-format';
import { Button } from '@/components/ui/button';
import { askChangesQuery } from '@/lib/client/asks';

/** The way from an ask to the whole it is a part of: what whoever asks changed last, everywhere upstream. */
export function AskChanges({ askKey }: { askKey: string }) {
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const changes = useQuery({ ...askChangesQuery(askKey), enabled: isOpen });
  const told = changes.data;
  return (
    <>
      <Button size="sm" variant="ghost" icon={Waypoints} busy={isOpen && !told} onClick={() => setIsOpen(true)}>
        What changed, on the lineage
      </Button>
      {isOpen && told && (
        <DiffDialog
          marks={told.marks}
          description={`${told.consumer.name} since ${
            told.since === null ? 'the beginning' : format.moment(told.since)
          }, asked ${format.moment(told.at)}${told.by === null ? '' : ` by ${told.by.name}`}.`}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
