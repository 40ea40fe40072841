import type { SelectOption } from '@/components/ui/select';
import type { Classification } from '@/lib/model/records';

/** Who may see a field, in the words of the people who say so. */
export const CLASSIFICATIONS: readonly SelectOption<Classification | 'none'>[] = [
  { value: 'none', label: 'not said' },
  { value: 'public', label: 'public' },
  { value: 'internal', label: 'for people inside' },
  { value: 'confidential', label: 'confidential' },
  { value: 'personal', label: 'about a person', hint: 'needs a purpose' },
];
