import type { TestApplication } from '../../support/test-application.js';
import type { Call } from './calls.js';
import type { Subject } from './subjects.js';

/** An answer, read whole. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of a problem. */
  readonly code: string | undefined;
}

/** Sends a call as somebody, about what is theirs. */
export async function send(
  { url }: TestApplication,
  { method, path, body }: Call,
  subject: Subject,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const sent = body?.();
  const isForm = sent instanceof FormData || sent instanceof URLSearchParams;
  const answer = await fetch(`${url}${path(subject)}`, {
    method,
    headers:
      isForm || sent === undefined
        ? { ...headers, 'sec-fetch-site': 'same-origin' }
        : { ...headers, 'content-type': 'application/json' },
    redirect: 'manual',
    ...(sent === undefined ? {} : { body: isForm ? sent : JSON.stringify(sent) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, code: codeOf(answer, text) };
}

function codeOf({ headers }: Response, text: string): string | undefined {
  if (headers.get('content-type')?.startsWith('application/problem+json') !== true)
    return undefined;
  const { code }: { code?: string } = JSON.parse(text);
  return code;
}
