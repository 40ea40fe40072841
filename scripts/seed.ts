/** Back to the story; with `--if-empty` only when the store holds nothing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { db } from '../lib/db/db';
import { pool } from '../lib/db/pool';
import { STORY_FILE, tellStory } from './tell-story';

const here = path.dirname(process.argv[1] ?? '.');
const text = readFileSync(path.join(here, '..', 'samples', STORY_FILE), 'utf8');
const told = await tellStory(db(), { text, ifEmpty: process.argv.includes('--if-empty') });
if (told.ok)
  console.log(told.value ? 'The story of Casa Verde is told.' : 'The store is not empty; it stays as it is.');
else console.error('The story could not be told:', JSON.stringify(told.error, null, 2));
await db().$disconnect();
await pool().end();
process.exitCode = told.ok ? 0 : 1;
