import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { testPersonId } from '../support/test-authenticator.js';

// The journal through its page, on a real database.

let service: TestApplication;

beforeAll(async () => {
  service = await startTestApplication();
  await tell('RSMA-RE', 'candidacy.decide', { detail: 'Amélie Dupont' });
  await tell('RSMA-RE', 'candidacy.restate', { line: 3 });
  await tell('97411S00', 'referral.submit', {});
  await tell('97411S00', 'session.begin', { result: 'refused', detail: 'too-weak' });
  await tell('97411S00', 'account.create', { daysAgo: 30 });
});
afterAll(() => service?.close());

interface Told {
  readonly line?: number;
  readonly result?: string;
  readonly detail?: string;
  readonly daysAgo?: number;
}

async function tell(code: string, command: string, more: Told): Promise<void> {
  const { line = null, result = 'done', detail = null, daysAgo = 0 } = more;
  await service.database.owner.query(
    `insert into app.audit_event (org_id, recorded_at, actor_type, actor_id, acting_role, channel,
       file_line, command, resource_type, resource_id, result, detail, correlation_id)
     select id, now() - make_interval(days => $6), 'person', $7, 'recruiter', 'page',
       $3, $2, split_part($2, '.', 1), 'object-1', $4, $5, 'c' from app.organisation where code = $1`,
    [code, command, line, result, detail, daysAgo, testPersonId('recruiter', 'RSMA-RE')],
  );
}

async function read(role: string, code: string, query = ''): Promise<string> {
  const answer = await service
    .person(role, code)
    .get(`/admin/journal${query}`)
    .set('accept', 'text/html')
    .expect(200);
  return /<table id="journal">.*?<\/tbody>/su.exec(answer.text)?.[0] ?? '';
}

async function countOf(command: string): Promise<number> {
  const { rowCount } = await service.database.owner.query(
    `select from app.audit_event where command = $1 and result = 'read'`,
    [command],
  );
  return rowCount ?? 0;
}

const DECISION = 'Décision sur une candidature';
const SUBMISSION = 'Transmission d’une orientation';

describe('The journal', () => {
  it('shows the data protection officer what every organisation did, and no detail that somebody typed', async () => {
    const table = await read('dpo', 'NATIONAL');
    for (const words of [DECISION, SUBMISSION, 'Connexion', 'too-weak']) {
      expect(table).toContain(words);
    }
    expect(table).not.toContain('Dupont');
    expect(table).not.toContain('remise à jour par un fichier');
  });

  it('shows an administrator sign-ins and accounts, and nobody’s case, whatever the address asks', async () => {
    expect(await read('admin', 'NATIONAL')).toContain('too-weak');
    for (const query of ['', '?action=candidacy.decide', '?objet=candidacy', '?vue=fichiers']) {
      const table = await read('admin', 'NATIONAL', query);
      expect(table).not.toContain('Candidature');
      expect(table).not.toContain(SUBMISSION);
    }
  });

  it.each([
    ['a day before all days', 'au=0001-01-01'],
    ['two days before all days', 'du=0001-01-01&au=0001-01-03'],
    [
      'a moment that no clock shows',
      `avant=2026-01-01 99:99:99%2B00_${testPersonId('dpo', 'UNML')}`,
    ],
    ['a zone that is nowhere', `avant=2026-01-01 10:00:00%2B99_${testPersonId('dpo', 'UNML')}`],
  ])('answers an address with %s as if it were not there', async (_, query) => {
    expect(await read('dpo', 'NATIONAL', `?${query.replaceAll(' ', '%20')}`)).toContain(DECISION);
  });

  it('refuses a character that no database keeps', async () => {
    const answer = await service
      .person('dpo', 'NATIONAL')
      .get('/admin/journal?organisme=%00')
      .set('accept', 'text/html');
    expect(answer.status).toBe(400);
  });

  it('tells no manager which files had a medical conclusion to read', async () => {
    await tell('97411S00', 'medical-conclusion.read', { result: 'read' });
    const query = '?action=medical-conclusion.read';
    expect(await read('ml-manager', '97411S00', query)).not.toContain('object-1');
    expect(await read('dpo', 'NATIONAL', query)).toContain('object-1');
  });

  it('shows a manager the own organisation, whatever the address asks', async () => {
    for (const query of ['', '?organisme=97411S00']) {
      expect(await read('unit-manager', 'RSMA-RE', query)).not.toContain(SUBMISSION);
    }
    expect(await read('unit-manager', 'RSMA-RE')).toContain(DECISION);
    const own = await read('ml-manager', '97411S00');
    expect(own).toContain(SUBMISSION);
    expect(own).not.toContain(DECISION);
  });

  it('is looked through by day, action, organisation, account, object, and lines of files', async () => {
    const dpo = (query: string) => read('dpo', 'NATIONAL', query);
    expect(await dpo('')).not.toContain('Création d’un compte');
    expect(await dpo('?du=2026-01-01')).toContain('Création d’un compte');
    expect(await dpo('?action=referral.submit')).not.toContain(DECISION);
    expect(await dpo('?organisme=rsma-re')).not.toContain(SUBMISSION);
    expect(await dpo('?objet=referral&identifiant=object-1')).toContain(SUBMISSION);
    expect(await dpo('?objet=referral&identifiant=object-2')).toBe('');
    expect(await dpo(`?compte=${testPersonId('dpo', 'NATIONAL')}`)).not.toContain(DECISION);
    expect(await dpo('?vue=fichiers')).toContain('Candidature remise à jour par un fichier');
  });

  it('tells each reading in itself', async () => {
    const before = await countOf('journal.search');
    await read('dpo', 'NATIONAL');
    expect(await countOf('journal.search')).toBe(before + 1);
    expect(await read('dpo', 'NATIONAL')).toContain('Consultation du journal');
  });

  it('is read back in time without missing or repeating a line, though lines keep coming', async () => {
    const query = `?action=session.switch`;
    for (let index = 0; index < 60; index += 1) await tell('RSMA-RE', 'session.switch', {});
    const pageOf = async (address: string) => {
      const { text } = await service
        .person('dpo', 'NATIONAL')
        .get(address)
        .set('accept', 'text/html')
        .expect(200);
      const rows = text.split('<tr>').length - 2;
      const older = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
      return { rows, older };
    };
    const first = await pageOf(`/admin/journal${query}`);
    await tell('RSMA-RE', 'session.switch', {});
    const second = await pageOf(first.older ?? '');
    expect([first.rows, second.rows, second.older]).toEqual([50, 10, undefined]);
  });

  it('is taken away as a file, told as such', async () => {
    const answer = await service
      .person('dpo', 'NATIONAL')
      .get('/admin/journal.csv?action=candidacy.decide')
      .expect(200);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.text.split('\r\n')[1]).toContain(`RSMA-RE;${DECISION};candidacy.decide;Fait;;`);
    expect(await countOf('journal.export')).toBe(1);
  });

  it('is closed to everybody else', async () => {
    const statuses: number[] = [];
    for (const [role, code] of [
      ['recruiter', 'RSMA-RE'],
      ['ml-adviser', '97411S00'],
      ['national-pilot', 'NATIONAL'],
    ] as const) {
      for (const path of ['/admin/journal', '/admin/journal.csv']) {
        statuses.push((await service.person(role, code).get(path)).status);
      }
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403]);
  });
});
