import type { TestApplication } from '../support/test-application.js';

export const REFERENCE_PATH = '/admin/referentiels';
/** What a spreadsheet writes before anything else. */
export const MARK = '\uFEFF';

type Fields = Readonly<Record<string, string>>;

/** An administrator at work on files of reference data, through the pages. */
export class ReferenceFiles {
  constructor(private readonly service: () => TestApplication) {}

  readonly admin = () => this.service().person('admin', 'NATIONAL');

  /** Puts a file down, as a page does. */
  readonly put = (set: string, content: Buffer | string, fields: Fields = {}) => {
    const request = this.admin()
      .post(`${REFERENCE_PATH}/${set}`)
      .set('accept', 'text/html')
      .set('sec-fetch-site', 'same-origin');
    for (const [name, value] of Object.entries(fields)) void request.field(name, value);
    return request.attach('fichier', Buffer.from(content), 'x.csv');
  };

  readonly post = (address: string, fields: Fields = {}) =>
    this.admin()
      .post(address)
      .set('accept', 'text/html')
      .set('sec-fetch-site', 'same-origin')
      .type('form')
      .send(fields);

  readonly read = async (address: string): Promise<string> => {
    const answer = await this.admin().get(address).set('accept', 'text/html').expect(200);
    return answer.text;
  };

  /** The set as its page exports it. */
  readonly exported = async (set: string): Promise<string> => {
    const address = `${REFERENCE_PATH}/${set}/liste.csv`;
    return (await this.admin().get(address).buffer(true).expect(200)).text;
  };

  /** The address of a file that waits, and what its page sends to apply it. */
  readonly held = async (set: string, content: Buffer | string, fields: Fields = {}) => {
    const answer = await this.put(set, content, fields).expect(303);
    const address = String(answer.headers['location']);
    const page = await this.read(address);
    return { address, page, version: /name="version" value="([0-9a-f]+)"/u.exec(page)?.[1] ?? '' };
  };

  readonly rows = async (
    sql: string,
    values: unknown[] = [],
  ): Promise<Record<string, unknown>[]> => {
    const answer = await this.service().database.owner.query(sql, values);
    return answer.rows;
  };
}
