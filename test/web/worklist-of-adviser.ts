import type { TestApplication } from '../support/test-application.js';

const OWN = '97411S00';

/** Somebody of a mission locale in front of the worklist, through the pages. */
export class WorklistOfAdviser {
  constructor(private readonly service: () => TestApplication) {}

  readonly get = (address: string, role = 'ml-adviser', code = OWN) =>
    this.service().person(role, code).get(address).set('accept', 'text/html');

  readonly read = async (address: string, role?: string, code?: string): Promise<string> =>
    (await this.get(address, role, code).expect(200)).text;

  /** Presses "Représenter" for a referral. */
  readonly again = (orientation: string, code = OWN) =>
    this.service()
      .person('ml-adviser', code)
      .post('/orientations/nouvelle')
      .set('sec-fetch-site', 'same-origin')
      .set('accept', 'text/html')
      .type('form')
      .send({ etape: 'reprise', orientation });
}

/** The number of referrals the page lists, and the one its tab announces. */
export function figures(html: string): { listed: number; announced: number } {
  const listed = html.match(/href="\/orientations\/[0-9a-f-]{36}"/g)?.length ?? 0;
  const current = /aria-current="true">[^<]*<span class="app-count">([^<]*)</.exec(html);
  return { listed, announced: Number(current?.[1]) };
}

/** As many listed as announced. */
export const both = (count: number) => ({ listed: count, announced: count });
