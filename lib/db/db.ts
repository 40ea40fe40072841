import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client';
import { pool } from './pool';

/** The whole client, and what stands in its place inside a transaction. */
export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

const kept = globalThis as typeof globalThis & { headwaterDb?: Database };

/** The only door to the tables. After a change of the schema, the development server has to be started anew. */
export function db(): Database {
  kept.headwaterDb ??= openDatabase(pool());
  return kept.headwaterDb;
}

/** A client over a pool that its owner closes: for tests and scripts. */
export function openDatabase(over: pg.Pool): Database {
  return new PrismaClient({ adapter: new PrismaPg(over) });
}
