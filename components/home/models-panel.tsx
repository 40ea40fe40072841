'use client';

import { Plus } from 'lucide-react';
import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { useShellDialogs } from '@/components/shell/shell-dialogs';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { HomeModel } from '@/lib/api/home';
import { HomeRow } from './home-row';

/** The models of my teams: sent or not, and whether what they need is there. */
export function ModelsPanel({ models }: { models: readonly HomeModel[] }) {
  const { openNewModel } = useShellDialogs();
  return (
    <Panel
      title="Your models"
      note={models.length || undefined}
      actions={
        models.length > 0 && (
          <Button size="sm" variant="ghost" icon={Plus} onClick={openNewModel} className="-mr-2">
            New model
          </Button>
        )
      }
      isBare
    >
      {models.length === 0 && (
        <EmptyState
          size="panel"
          title="Your teams have no model yet"
          actions={
            <>
              <Button variant="primary" onClick={openNewModel}>
                New model
              </Button>
              <ButtonLink href="/catalog" variant="ghost">
                See what others offer
              </ButtonLink>
            </>
          }
        >
          A model says what a decision needs, and asks nothing of anybody until you send it.
        </EmptyState>
      )}
      <ul>
        {models.map((model) => (
          <HomeRow
            key={model.key}
            href={`/studio/${model.key}`}
            start={<AlignmentIcon alignment={model.alignment} />}
            title={model.name}
            end={
              <>
                {model.version !== null && <Badge>version {model.version}</Badge>}
                {model.hasDraft && <Badge tone="accent">not sent yet</Badge>}
              </>
            }
          >
            {needsInWords(model)}
          </HomeRow>
        ))}
      </ul>
    </Panel>
  );
}

function needsInWords({ lines, unmet }: HomeModel) {
  if (lines === 0) return 'Nothing has been asked of anybody yet.';
  if (unmet === 0) return <span className="text-ok">All it needs is there.</span>;
  return (
    <span className="text-warn">
      {unmet} of {lines} needs {unmet === 1 ? 'is' : 'are'} not met.
    </span>
  );
}
