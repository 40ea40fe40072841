import type { Column, Expression, SqlType } from './tree';

export type Dialect = 'duckdb' | 'postgres';
export type TypeOf = (column: Column) => SqlType | undefined;

export function printForEngine(_tree: Expression, _dialect: Dialect, _typeOf?: TypeOf): string {
  throw new Error('not yet');
}
