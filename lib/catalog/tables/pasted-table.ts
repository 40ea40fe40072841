import type { AttributeType } from '@/lib/model/records';

/** A table as somebody else's text tells it, in no dialect any more. Names are as written, without schemas. */
export type PastedTable = {
  name: string;
  columns: PastedColumn[];
  /** The columns that identify a row; empty where the text does not say. */
  key: string[];
  references: PastedReference[];
  /** Columns that no two rows share, beside the key. */
  unique?: string[][];
  /** What the text says the table is. */
  note?: string;
};
export type PastedColumn = {
  name: string;
  type: AttributeType;
  nullable: boolean;
  note?: string;
  /** The only values there are, where the text lists them. */
  values?: string[];
};
export type PastedReference = {
  columns: string[];
  table: string;
  /** Empty means the key of the other table. */
  toColumns: string[];
  label?: string;
  /** The end that is one row at most, where the text says so; a key that it leaves out is then one all the same. */
  oneAt?: 'to' | 'both';
  /** True where a row may go without one. */
  isOptional?: boolean;
};

/** Something that could not be read, at its line; lines begin at 1. */
export type PasteProblem = { line: number; words: string };
