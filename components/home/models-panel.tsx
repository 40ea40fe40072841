'use client';

import { Plus } from 'lucide-react';
import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { MoreRows } from '@/components/shell/more-rows';
import { Said } from '@/components/shell/said';
import { useShellDialogs } from '@/components/shell/shell-dialogs';
import { useFormat } from '@/components/shell/use-format';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { useFirstRows } from '@/components/ui/use-first-rows';
import type { HomeModel } from '@/lib/api/home';
import { countOf } from '@/lib/base/count-of';
import { nameFew } from '@/lib/base/name-few';
import { HomeRow } from './home-row';

const SHOWN_FIRST = 8;

/** The models of my teams: sent or not, and whether what they need is there. */
export function ModelsPanel({ models }: { models: readonly HomeModel[] }) {
  const { openNewModel } = useShellDialogs();
  const format = useFormat();
  const { shown, rest, showMore } = useFirstRows([...models].sort(byTrouble), SHOWN_FIRST);
  return (
    <Panel
      title="Your models"
      note={models.length === 0 ? undefined : format.number(models.length)}
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
        {shown.map((model) => (
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
      <MoreRows rest={rest} onMore={showMore} />
    </Panel>
  );
}

/** What cannot be worked out first, then what is not met; else as they come. */
function byTrouble(a: HomeModel, b: HomeModel): number {
  return b.leftOut.length - a.leftOut.length || b.unmet - a.unmet;
}

function needsInWords({ lines, unmet, leftOut }: HomeModel) {
  if (lines === 0 && leftOut.length === 0) return 'Nothing has been asked of anybody yet.';
  return (
    <>
      {leftOut.length > 0 && (
        <span className="block text-warn">
          {nameFew(leftOut)} {leftOut.length === 1 ? 'is' : 'are'} left out: no longer to be worked out from what there
          is.
        </span>
      )}
      {unmet > 0 && (
        <span className="block text-warn">
          {unmet} of <Said>{countOf(lines, 'need')}</Said> {unmet === 1 ? 'is' : 'are'} not met.
        </span>
      )}
      {unmet === 0 && lines > 0 && (
        <span className={leftOut.length === 0 ? 'text-ok' : undefined}>
          {leftOut.length === 0 ? 'All it needs is there.' : 'Everything else it needs is there.'}
        </span>
      )}
    </>
  );
}
