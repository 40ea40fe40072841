import type { Issue } from '../issue';
import type { ModelDocument } from '../records';
import type { ModelSurroundings } from '../surroundings';

/** A decision nobody stands for would ask things of others in nobody's name. The product's owner will do. */
export function useCasesHaveAnOwner(_document: ModelDocument, surroundings: ModelSurroundings): Issue[] {
  const { alignment, useCase, ownerKey } = surroundings;
  const isOwned = (useCase?.owner ?? ownerKey) !== null;
  if (alignment !== 'consumer' || useCase === null || isOwned) return [];
  return [{ code: 'use-case-without-owner', severity: 'error', at: null }];
}
