import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './lib/auth/csp';

/**
 * Headers only: nothing is allowed or refused here, so the app answers the same without it. The policy goes to the page
 * as well, because that is where Next reads the nonce for its own scripts.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const isHttps = process.env.APP_ORIGIN?.startsWith('https://') ?? false;
  const policy = contentSecurityPolicy(nonce, { isDevelopment: process.env.NODE_ENV === 'development', isHttps });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  response.headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  if (isHttps) response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  return response;
}

export const config = {
  matcher: ['/((?!api/|_next/static|_next/image|icon.svg|favicon.ico).*)'],
};
