'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { meQuery } from '@/lib/client/me';
import { switchPersonMutation } from '@/lib/client/people';
import { productsQuery } from '@/lib/client/products';
import { firstName } from './first-name';
import { pageAfterSwitch } from './page-after-switch';

/** Becomes another person of the story: nothing of the former stays on screen, and the page is one they would be on. */
export function useSwitchPerson() {
  const client = useQueryClient();
  const router = useRouter();
  const path = usePathname();
  return useMutation({
    ...switchPersonMutation(),
    onSuccess: async () => {
      const { person } = await client.fetchQuery({ ...meQuery(), staleTime: 0 });
      const lists = await Promise.all(
        person.teams.map((team) => client.fetchQuery({ ...productsQuery({ owner: team.key }), staleTime: 0 })),
      );
      const models = lists
        .flatMap((list) => list.products)
        .filter((product) => product.alignment === 'consumer')
        .map((product) => product.key);
      const landing = pageAfterSwitch(path, person.role, models);
      if (landing.kind === 'studio') router.push(`/studio/${landing.product}`);
      else if (landing.kind === 'inbox') router.push('/inbox');
      else window.history.replaceState(null, '', path);
      await client.resetQueries();
      toast.success(`You are ${firstName(person.name)} now`, { description: person.title });
    },
    onError: (error) => toast.error('The person did not change', { description: error.message }),
  });
}
