/** Links a robot follows from page to page: calendars and journals never end. */
const MOST_PAGES = 100;
/** What a thief types in a search: in small letters, for a page says back what was typed. */
const SEARCHES = ['vole', 'vole0001', 'lea', '1'];
/** The same for everybody: style sheets, codes of errors, months of a calendar. */
const NOBODY_THERE = /^\/(actifs|problems|api\/docs|echanges\/calendrier\?)/;
const LISTS = [
  '/orientations',
  '/jeunes',
  '/candidatures',
  '/volontaires',
  '/retours',
  '/devenirs',
  '/seances',
  '/candidats-directs',
  '/cej',
];
const EXPORTS = [
  '/orientations.csv',
  '/orientations.csv?onglet=toutes',
  '/cej.csv',
  '/cej.csv?onglet=tous',
  '/admin/journal.csv',
];
const API_LISTS = [
  '/api/v1/referrals',
  '/api/v1/candidacies',
  '/api/v1/volunteers',
  '/api/v1/returns',
  '/api/v1/direct-applicants',
  '/api/v1/follow-ups',
  '/api/v1/information-sessions',
  '/api/v1/return-transfers',
  '/api/v1/cej-contracts',
];
const FILES = {
  person: ['/jeunes/', '/cej/jeune/', '/api/v1/person-merges/lookalikes/'],
  referral: ['/orientations/', '/api/v1/referrals/'],
  candidacy: ['/candidatures/', '/volontaires/nouveau/', '/api/v1/candidacies/'],
  volunteer: ['/volontaires/', '/api/v1/volunteers/', '/api/v1/follow-ups/'],
  return: ['/retours/', '/api/v1/returns/'],
  contract: ['/cej/', '/api/v1/cej-contracts/'],
};

/** Ids there are to guess, by what they are. */
export type Ids = Readonly<Record<keyof typeof FILES, readonly string[]>>;

/** Follows every link of a session, and remembers whom it was shown. */
export class Thief {
  /** The names it saw: each young person has one of their own. */
  readonly stolen = new Set<string>();
  /** Answers that are a fault of ours. */
  readonly faults: string[] = [];
  /** Seconds it was told to wait. */
  readonly waits: number[] = [];
  private readonly known = new Set<string>();
  private readonly next: string[] = [];

  constructor(
    private readonly origin: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** How many addresses it asked for. */
  get visited(): number {
    return this.known.size - this.next.length;
  }

  /** From the home, as far as it goes. */
  async follow(): Promise<void> {
    this.plan(...EXPORTS, ...API_LISTS.map((list) => `${list}?limit=10`), ...API_LISTS);
    for (const list of LISTS) this.plan(...SEARCHES.map((text) => `${list}?recherche=${text}`));
    this.plan('/');
    await this.crawl();
  }

  async guess(ids: Ids): Promise<void> {
    await this.lookUp();
    for (const kind of Object.keys(FILES) as (keyof Ids)[]) {
      for (const file of FILES[kind]) for (const id of ids[kind]) await this.visit(`${file}${id}`);
    }
  }

  private async crawl(): Promise<void> {
    for (let turn = 0; turn < MOST_PAGES; turn += 1) {
      const address = this.next.shift();
      if (address === undefined) return;
      await this.look(address);
    }
  }

  private plan(...addresses: readonly string[]): void {
    for (const address of addresses) {
      if (this.known.has(address)) continue;
      this.known.add(address);
      this.next.push(address);
    }
  }

  private async visit(address: string): Promise<void> {
    if (this.known.has(address)) return;
    this.known.add(address);
    await this.look(address);
  }

  private async look(address: string): Promise<void> {
    const accept = address.startsWith('/api/') ? 'application/json' : 'text/html';
    const answer = await fetch(new URL(address, this.origin), {
      headers: { ...this.headers, accept },
      redirect: 'manual',
    });
    await this.take(address, answer);
  }

  /** Describes people to see whether they are on file. */
  private async lookUp(): Promise<void> {
    for (let number = 0; number < 8; number += 1) {
      const described = {
        nom: `VOLE${String(number).padStart(4, '0')}`,
        prenoms: 'Léa',
        'naissance-jour': '11',
        'naissance-mois': '3',
        'naissance-annee': '2005',
        etape: 'chercher',
      };
      const answer = await fetch(new URL('/orientations/nouvelle', this.origin), {
        method: 'POST',
        headers: {
          ...this.headers,
          accept: 'text/html',
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        },
        // What the form says back of what was typed is no reading: names are typed in small letters.
        body: new URLSearchParams({ ...described, nom: described.nom.toLowerCase() }).toString(),
        redirect: 'manual',
      });
      await this.take('/orientations/nouvelle', answer);
    }
  }

  private async take(address: string, answer: Response): Promise<void> {
    const text = await answer.text();
    if (answer.status >= 500) this.faults.push(`${address} ${answer.status}`);
    if (answer.status === 429) this.waits.push(Number(answer.headers.get('retry-after')));
    for (const [name] of text.matchAll(/VOLE\d{4}/g)) this.stolen.add(name);
    const location = answer.headers.get('location');
    if (location?.startsWith('/')) this.plan(location);
    for (const [, href = ''] of text.matchAll(/href="(\/[^"#]*)/g)) {
      if (!NOBODY_THERE.test(href)) this.plan(href.replaceAll('&amp;', '&'));
    }
    const next = /"next":"([^"]+)"/.exec(text)?.[1];
    if (next) this.plan(`${address.split('?')[0]}?cursor=${encodeURIComponent(next)}`);
  }
}
