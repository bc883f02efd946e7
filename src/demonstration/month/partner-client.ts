import { StartRefused } from '../../app/run-program.js';
import { DEMONSTRATION_SECRET } from '../demonstration-clients.js';

/** What the service answered: status, and body as text. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** The software of one partner of the demonstration, at the public doors and nowhere else. */
export class PartnerClient {
  private token: string | undefined;

  constructor(
    readonly url: string,
    readonly clientId: string,
    /** Code of the organisation the client belongs to. */
    readonly organisation: string,
  ) {}

  /**
   * Reads a JSON resource, whose shape the API promises.
   * @throws Error when the service refuses
   */
  async get<T>(path: string): Promise<T> {
    const answer = await this.send(path, {});
    if (answer.status !== 200) throw refusal(path, answer);
    const body: T = JSON.parse(answer.text);
    return body;
  }

  /** Reads a file. */
  async download(path: string): Promise<Uint8Array> {
    const response = await this.fetch(path, {});
    if (response.status !== 200) throw refusal(path, { status: response.status, text: '' });
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Sends a JSON command. */
  post(path: string, body: unknown): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    return this.send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Sends a multipart form. */
  upload(path: string, form: FormData): Promise<Answer> {
    return this.send(path, { method: 'POST', body: form });
  }

  /** As `get`, whatever the status. */
  async look(path: string): Promise<Answer> {
    return this.send(path, {});
  }

  private async send(path: string, init: RequestInit): Promise<Answer> {
    const response = await this.fetch(path, init);
    return { status: response.status, text: await response.text() };
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const first = await this.authorised(path, init);
    if (first.status !== 401) return first;
    // Tokens live five minutes (SEC-09).
    this.token = undefined;
    return this.authorised(path, init);
  }

  private async authorised(path: string, init: RequestInit): Promise<Response> {
    this.token ??= await this.newToken();
    const headers = { ...init.headers, authorization: `Bearer ${this.token}` };
    return this.reach(path, { ...init, headers });
  }

  /** @throws StartRefused when nothing answers there, or not any more */
  private async reach(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.url}${path}`, init);
    } catch {
      throw new StartRefused(`Rien ne répond à ${this.url} : la démonstration tourne-t-elle ?`);
    }
  }

  private async newToken(): Promise<string> {
    const basic = Buffer.from(`${this.clientId}:${DEMONSTRATION_SECRET}`).toString('base64');
    const response = await this.reach('/oauth/token', {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const text = await response.text();
    if (response.status !== 200) {
      throw new StartRefused(`Le client ${this.clientId} est refusé : est-ce une démonstration ?`);
    }
    const body: { access_token: string } = JSON.parse(text);
    return body.access_token;
  }
}

function refusal(path: string, { status, text }: Answer): StartRefused {
  return new StartRefused(`${path} répond ${status}. ${text.slice(0, 300)}`);
}
