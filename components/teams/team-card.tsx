import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { PersonFace } from '@/components/shell/person-face';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Teams } from '@/lib/api/teams';
import type { PersonDraft } from './person-dialog';

/** More links than these are a wall. */
const PRODUCTS_MAX = 8;

type Member = Teams['people'][number];
type Props = {
  team: Pick<Teams['teams'][number], 'name' | 'domain' | 'products'>;
  people: readonly Member[];
  canManage: boolean;
  /** The address names this team: it is brought into sight and marked. */
  isPointedAt?: boolean;
  onEdit?: () => void;
  onEditPerson: (person: PersonDraft) => void;
};

export function TeamCard({ team, people, canManage, isPointedAt = false, onEdit, onEditPerson }: Props) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isPointedAt) card.current?.scrollIntoView({ block: 'center' });
  }, [isPointedAt]);
  const [isWhole, setIsWhole] = useState(team.products.length <= PRODUCTS_MAX + 2);
  const products = isWhole ? team.products : team.products.slice(0, PRODUCTS_MAX);
  const edit = ({ key, version, name, title, role, teams }: Member) =>
    onEditPerson({ seen: { key, version }, name, title, role, teams: teams.map((one) => one.key) });
  return (
    <li ref={card} aria-current={isPointedAt || undefined}>
      <Panel
        title={team.name}
        note={team.domain?.name}
        actions={
          canManage && onEdit && <IconButton icon={Pencil} label={`Edit ${team.name}`} size="sm" onClick={onEdit} />
        }
        className={cn('h-full', isPointedAt && 'border-accent ring-3 ring-accent-soft')}
      >
        <ul className="space-y-1">
          {people.map((person) => (
            <li key={person.key} className="group flex min-h-7 items-center gap-2 text-sm">
              <PersonFace person={person} isRoomy />
              {canManage && (
                <IconButton
                  icon={Pencil}
                  label={`Edit ${person.name}`}
                  size="sm"
                  onClick={() => edit(person)}
                  className="opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
                />
              )}
            </li>
          ))}
          {people.length === 0 && <li className="text-fg-2 text-sm">Nobody belongs to it yet.</li>}
        </ul>
        {team.products.length > 0 && (
          <p className="mt-3 border-t pt-2 text-fg-2 text-sm">
            Answers for{' '}
            {products.map(({ key, name }, at) => (
              <span key={key}>
                {at > 0 && ', '}
                <TextLink href={`/catalog/${key}`}>{name}</TextLink>
              </span>
            ))}
            {!isWhole && (
              <>
                {' '}
                <button
                  type="button"
                  onClick={() => setIsWhole(true)}
                  className="rounded-xs font-medium text-fg underline decoration-line-2 underline-offset-2 hover:decoration-current"
                >
                  and {team.products.length - PRODUCTS_MAX} more
                </button>
              </>
            )}
          </p>
        )}
      </Panel>
    </li>
  );
}
