'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus, UserRoundPlus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useHash } from '@/components/catalog/use-hash';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadingPanel } from '@/components/ui/loading-panel';
import { ProblemState } from '@/components/ui/problem-state';
import { teamsQuery } from '@/lib/client/teams';
import { PersonDialog, type PersonDraft } from './person-dialog';
import { TeamCard } from './team-card';
import { TeamDialog, type TeamDraft } from './team-dialog';

const NOBODY: PersonDraft = { seen: null, name: '', title: '', role: 'engineer', teams: [] };

const GRID = 'mx-auto grid max-w-[1180px] grid-cols-2 gap-4 px-6 pt-6 pb-12 max-[860px]:grid-cols-1';

/** Who works together, and what they answer for. An administrator founds teams and moves people. */
export function TeamsScreen() {
  const query = useQuery(teamsQuery());
  const pointed = useHash();
  const [team, setTeam] = useState<TeamDraft | null>(null);
  const [person, setPerson] = useState<PersonDraft | null>(null);
  const found = query.data;
  const unplaced = found?.people.filter(({ teams }) => teams.length === 0) ?? [];
  return (
    <Page
      title="Teams"
      titleAside={found && <span className="text-fg-3 text-sm tabular-nums">{found.teams.length}</span>}
      actions={
        found?.canManage && (
          <>
            <Button icon={UserRoundPlus} onClick={() => setPerson(NOBODY)}>
              Add a person
            </Button>
            <Button icon={Plus} variant="primary" onClick={() => setTeam({ seen: null, name: '', domain: null })}>
              New team
            </Button>
          </>
        )
      }
      className="bg-canvas"
    >
      {query.isPending && (
        <div className={GRID}>
          <LoadingPanel label="Loading the teams" rows={2} />
          <LoadingPanel rows={2} />
          <LoadingPanel rows={2} />
          <LoadingPanel rows={2} />
        </div>
      )}
      {query.isError && (
        <ProblemState
          size="page"
          title="The teams could not be read"
          detail={query.error.message}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      )}
      {found?.teams.length === 0 && (
        <EmptyState icon={UsersRound} title="There are no teams yet">
          A product needs a team that answers for it.
        </EmptyState>
      )}
      {found && found.teams.length > 0 && (
        <ul className={GRID}>
          {found.teams.map((one) => (
            <TeamCard
              key={one.key}
              team={one}
              people={found.people.filter(({ teams }) => teams.some(({ key }) => key === one.key))}
              canManage={found.canManage}
              isPointedAt={one.key === pointed}
              onEdit={() =>
                setTeam({
                  seen: { key: one.key, version: one.version },
                  name: one.name,
                  domain: one.domain?.key ?? null,
                })
              }
              onEditPerson={setPerson}
            />
          ))}
          {unplaced.length > 0 && (
            <TeamCard
              team={{ name: 'In no team', domain: null, products: [] }}
              people={unplaced}
              canManage={found.canManage}
              onEditPerson={setPerson}
            />
          )}
        </ul>
      )}
      {team && found && <TeamDialog draft={team} domains={found.domains} onClose={() => setTeam(null)} />}
      {person && found && <PersonDialog draft={person} teams={found.teams} onClose={() => setPerson(null)} />}
    </Page>
  );
}
