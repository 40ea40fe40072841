import type { AttributeType } from '@/lib/model/records';

/** A table as somebody else's text tells it, in no dialect any more. Names are as written, without schemas. */
export type PastedTable = {
  name: string;
  columns: PastedColumn[];
  /** The columns that identify a row; empty where the text does not say. */
  key: string[];
  references: PastedReference[];
};
export type PastedColumn = { name: string; type: AttributeType; nullable: boolean };
export type PastedReference = {
  columns: string[];
  table: string;
  /** Empty means the key of the other table. */
  toColumns: string[];
};

/** Something that could not be read, at its line; lines begin at 1. */
export type PasteProblem = { line: number; words: string };
