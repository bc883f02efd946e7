import { parseSetCookie } from 'cookie';

/** An answer with its whole text. */
export interface Visited {
  readonly status: number;
  readonly url: string;
  readonly location: string | null;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser without screen or script: keeps cookies, sends what browsers send, follows when told. */
export class HttpBrowser {
  private readonly cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  /** One request; redirects are not followed. */
  async request(path: string, init: RequestInit = {}): Promise<Visited> {
    const url = new URL(path, this.origin);
    const headers = new Headers(init.headers);
    headers.set('accept', 'text/html');
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${sent(value)}`).join('; ');
    if (cookie !== '') headers.set('cookie', cookie);
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    const location = answer.headers.get('location');
    const { status } = answer;
    return { status, url: url.href, location, headers: answer.headers, text: await answer.text() };
  }

  /** Opens a page and goes where it sends. */
  async open(path: string, init?: RequestInit): Promise<Visited> {
    let seen = await this.request(path, init);
    for (let hops = 0; seen.location !== null && hops < 10; hops += 1) {
      seen = await this.request(new URL(seen.location, seen.url).href);
    }
    return seen;
  }

  /** Sends a form as a page of the service does. */
  submit(path: string, fields: Readonly<Record<string, string>>): Promise<Visited> {
    const url = new URL(path, this.origin);
    return this.open(url.href, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        origin: this.origin,
      },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /** Signs in at the provider of the demonstration. */
  async signIn(email: string, next = '/'): Promise<Visited> {
    const entry = await this.submit('/connexion', { suite: next });
    const fields = { adresse: email, 'mot-de-passe': 'demonstration' };
    return this.submit(new URL(entry.url).pathname, fields);
  }

  /** The value of a cookie, and a way to put another one in its place. */
  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  private keep(line: string): void {
    const { name, value, maxAge } = parseSetCookie(line);
    if (value === undefined || value === '' || maxAge === 0) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** What no header holds as it is goes encoded, as it came. */
function sent(value: string): string {
  return value.replaceAll(/[^\x20-\xff]/g, (character) => encodeURIComponent(character));
}
