import { createHash } from 'node:crypto';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { db } from '@/lib/db/db';
import { readAuthMode } from './auth-mode';
import { demoSessions } from './demo-sessions';

const kept = globalThis as typeof globalThis & { headwaterAuth?: ReturnType<typeof makeAuth> };

/** The session library, made on first use: a build must not need a database. */
export function auth() {
  kept.headwaterAuth ??= makeAuth();
  return kept.headwaterAuth;
}

/**
 * Sessions and nothing else. Its own routes are not mounted, nobody can sign themselves up, and a session is read from
 * the store each time: whoever loses a right loses it at once. Reading one never writes.
 */
function makeAuth() {
  const mode = readAuthMode(process.env);
  return betterAuth({
    baseURL: mode.origins[0] ?? '',
    trustedOrigins: [...mode.origins],
    secret: mode.kind === 'team' ? mode.secret : ofStore(),
    database: prismaAdapter(db(), { provider: 'postgresql', transaction: true }),
    databaseHooks: { user: { create: { before: async () => false } } },
    session: { cookieCache: { enabled: false }, disableSessionRefresh: true, expiresIn: 7 * 24 * 60 * 60 },
    advanced: {
      cookiePrefix: 'headwater',
      useSecureCookies: mode.kind === 'team' && (mode.origins[0] ?? '').startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    plugins: [demoSessions],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
  });
}

/**
 * Sessions stand in the store, so in a demonstration whoever somebody was they are after a restart: nobody's next word may
 * go out in another name. It guards nothing: there anybody may be anybody.
 */
function ofStore(): string {
  return createHash('sha256')
    .update(process.env.DATABASE_URL ?? '')
    .digest('base64');
}
