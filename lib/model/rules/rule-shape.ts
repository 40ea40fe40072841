import type { Issue } from '../issue';
import type { ModelDocument } from '../records';
import type { ModelSurroundings } from '../surroundings';

/** One thing that must be so, told as the issues where it is not. A rule that needs no surroundings takes none. */
export type Rule = (document: ModelDocument, surroundings: ModelSurroundings) => Issue[];
