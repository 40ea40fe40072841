import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findTrespasses, PURE, type SourceFile } from './boundaries';

const root = path.join(import.meta.dirname, '..');

function readSources(folder: string): SourceFile[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .map((entry) => ({ entry, at: path.relative(root, path.join(entry.parentPath, entry.name)) }))
    .filter(({ entry, at }) => entry.isFile() && /\.tsx?$/.test(at) && !at.startsWith('lib/db/generated/'))
    .map(({ at }) => ({ path: at.replaceAll(path.sep, '/'), text: readFileSync(path.join(root, at), 'utf8') }));
}

test('nothing crosses a border it may not cross', () => {
  expect(findTrespasses(['lib', 'components', 'app'].flatMap(readSources))).toEqual([]);
});

describe('the fence itself', () => {
  const refused: [string, string, string][] = [
    ['a room nobody knows', 'lib/utils/text.ts', ''],
    ['a file in lib itself', 'lib/text.ts', ''],
    ['a barrel', 'lib/model/index.ts', ''],
    ['a barrel by another name', 'lib/model/all.ts', `export * from './entity';`],
    ['a server action', 'components/save.tsx', `export async function save() {\n  'use server';\n}`],
    ['React in a pure room', 'lib/model/entity.ts', `import { useState } from 'react';`],
    ['Next in a pure room', 'lib/catalog/page.ts', `import type { NextRequest } from 'next/server';`],
    ['Node in a pure room', 'lib/sql/read.ts', `import { readFileSync } from 'node:fs';`],
    ['a lazy import of Node', 'lib/sql/read.ts', `const fs = await import('node:fs');`],
    ['the clock', 'lib/engine/plan.ts', 'export const at = Date.now();'],
    ['today', 'lib/engine/plan.ts', 'export const at = new Date();'],
    ['chance', 'lib/reviews/id.ts', 'export const id = Math.random();'],
    ['the environment', 'lib/contracts/x.ts', 'export const origin = process.env.APP_ORIGIN;'],
    ['a pure room that knows a service', 'lib/engine/plan.ts', `import { push } from '@/lib/services/push';`],
    ['the same by a relative path', 'lib/engine/plan.ts', `import { push } from '../services/push';`],
    ['the same as a type, over lines', 'lib/engine/plan.ts', `import type {\n  Push,\n} from '../services/push';`],
    ['base that knows the model', 'lib/base/key.ts', `import { Entity } from '../model/entity';`],
    ['a service that knows the store', 'lib/services/push.ts', `import { db } from '@/lib/db/db';`],
    ['Prisma outside its door', 'lib/services/push.ts', `import { Prisma } from '@prisma/client';`],
    ['the generated client in a page', 'components/x.tsx', `import type { Product } from '@/lib/db/generated/client';`],
    ['a component that knows a service', 'components/x.tsx', `import { push } from '@/lib/services/push';`],
    ['a component that knows a page', 'components/x.tsx', `import Page from '@/app/page';`],
    ['the clock in the policy', 'lib/auth/can.ts', 'export const at = Date.now();'],
    ['an answer’s schema that knows sessions', 'lib/api/me.ts', `import { auth } from '@/lib/auth/sessions';`],
    ['the browser’s side that knows the store', 'lib/client/x.ts', `import { pool } from '../db/pool';`],
  ];
  test.each(refused)('refuses %s', (_name, at, text) => {
    expect(findTrespasses([{ path: at, text }])).toHaveLength(1);
  });

  const allowed: [string, string, string][] = [
    ['a page that calls a service', 'app/page.tsx', `import { push } from '@/lib/services/push';`],
    ['a component that draws the model', 'components/x.tsx', `import type { Entity } from '@/lib/model/entity';`],
    ['the store that fills a service’s port', 'lib/db/push.ts', `import type { PushWorld } from '../services/push';`],
    ['an answer’s schema that knows who acts', 'lib/api/me.ts', `import { Role } from '@/lib/auth/actor';`],
    ['a schema in a pure room', 'lib/model/entity.ts', `import { z } from 'zod';`],
    ['a date that was handed in', 'lib/engine/plan.ts', 'export const at = (iso: string) => new Date(iso);'],
    ['words about the clock', 'lib/engine/plan.ts', '/** Never Date.now(). */\nexport const x = 1; // not new Date()'],
    ['a test that reads a file', 'lib/engine/plan.test.ts', `import { readFileSync } from 'node:fs';\nDate.now();`],
  ];
  test.each(allowed)('allows %s', (_name, at, text) => {
    expect(findTrespasses([{ path: at, text }])).toEqual([]);
  });

  test('every pure room has its own kind of purity checked', () => {
    const files = PURE.map((room) => ({ path: `lib/${room}/x.ts`, text: 'Math.random();' }));
    expect(findTrespasses(files).map((trespass) => trespass.path)).toEqual(files.map((file) => file.path).sort());
  });
});
