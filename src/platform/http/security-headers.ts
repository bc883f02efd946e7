/**
 * On every answer, errors included (SEC-30). A page sets its own policy and caching on its reply; what
 * a route has set is kept.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'content-security-policy':
    "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/**
 * The reading page of the API document shows scripts and styles of this server only; its styles are
 * partly inline. Nothing else of the service is relaxed.
 */
const DOCUMENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

/** The headers of an answer at this path. */
export function securityHeaders(path: string): Readonly<Record<string, string>> {
  const isDocument = path === '/api/docs' || path.startsWith('/api/docs/');
  return isDocument
    ? { ...SECURITY_HEADERS, 'content-security-policy': DOCUMENT_POLICY }
    : SECURITY_HEADERS;
}
