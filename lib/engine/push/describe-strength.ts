import type { Requirement } from '../plan';

/** How a check stands to the need where it is not the very same; nothing where it is. */
export function describeStrength({ placement }: Requirement, isPlain: boolean): string {
  switch (placement?.strength) {
    case 'sufficient':
      return isPlain ? ' (stricter than needed, so it may alarm for nothing)' : ' (sufficient: it may alarm falsely)';
    case 'necessary':
      return ' (an early warning)';
    default:
      return '';
  }
}
