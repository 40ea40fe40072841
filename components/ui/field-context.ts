import { createContext, useContext } from 'react';

export type FieldLink = { id: string; describedBy: string | undefined; isInvalid: boolean };
export const FieldContext = createContext<FieldLink | null>(null);

/** What a control inside a Field must carry so that its label, hint and error are read out with it. */
export function useFieldLink() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return { id: field.id, 'aria-describedby': field.describedBy, 'aria-invalid': field.isInvalid || undefined };
}
