/**
 * The policy of a page (interface.md 7): files of this service and nothing inline. `signInOrigin` is
 * that of the identity provider: browsers check the redirects of a form against it too.
 */
export function pageHeaders(signInOrigin?: string): Readonly<Record<string, string>> {
  const form = signInOrigin === undefined ? "'self'" : `'self' ${signInOrigin}`;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `form-action ${form}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return { 'content-security-policy': policy.join('; '), 'cache-control': 'no-store' };
}
