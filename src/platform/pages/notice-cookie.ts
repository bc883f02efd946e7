import { parse, serialize } from 'cookie';
import type { Notice } from './page.js';

const NAME = 'passerelle-avis';
const TONES: readonly string[] = ['success', 'info', 'warning'];
const LONGEST = 300;

/** A header `Set-Cookie` that shows a notice on the next page. It holds nothing personal. */
export function noticeCookie({ tone, text }: Notice, isSecure: boolean): string {
  return serialize(named(isSecure), `${tone}:${text}`, options(isSecure, 60));
}

/** A header `Set-Cookie` that forgets the notice. */
export function forgetNotice(isSecure: boolean): string {
  return serialize(named(isSecure), '', options(isSecure, 0));
}

/** The notice a request carries; nothing when it is not one of ours. */
export function noticeOf(cookies: string | undefined, isSecure: boolean): Notice | undefined {
  const value = parse(cookies ?? '')[named(isSecure)];
  const at = value?.indexOf(':') ?? -1;
  if (value === undefined || at < 0 || value.length > LONGEST) return undefined;
  const tone = value.slice(0, at);
  const text = value.slice(at + 1);
  return TONES.includes(tone) && text !== '' ? { tone: tone as Notice['tone'], text } : undefined;
}

/** No other host can set a cookie of this prefix: its notice would be read as ours (SEC-31). */
function named(isSecure: boolean): string {
  return isSecure ? `__Host-${NAME}` : NAME;
}

function options(secure: boolean, maxAge: number) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge } as const;
}
