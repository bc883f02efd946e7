import { CheckConsistency } from '../../src/consistency/index.js';
import { loadDemonstration } from '../../src/demonstration/load-demonstration.js';
import { playMonth } from '../../src/demonstration/month/play-month.js';
import { SystemClock } from '../../src/app/system-clock.js';
import { Configuration } from '../../src/platform/config/index.js';
import { FieldKeyRing } from '../../src/platform/security/index.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';
import { itsEdition } from './edition-of-the-demonstration.js';
import { itsReportElsewhere } from './report-in-other-programs.js';
import { itsReport } from './report-of-the-demonstration.js';

let service: TestApplication;

beforeAll(async () => {
  service = await startTestApplication({ isDemonstration: true });
  await load();
}, 600_000);
afterAll(() => service?.close());

/** As the start does, beside the running service. */
function load(): Promise<boolean> {
  return loadDemonstration(
    {
      configuration: service.app.get(Configuration),
      databaseUrl: service.database.appUrl,
      fieldKeys: FieldKeyRing.parse(Buffer.alloc(32, 7).toString('base64')),
    },
    new SystemClock(),
  );
}

async function rows<T extends object>(sql: string): Promise<T[]> {
  const { rows: found } = await service.database.owner.query<T>(sql);
  return found;
}

describe('The demonstration', () => {
  it('is loaded once', async () => {
    const before = await rows('select count(*) as n from app.referral');
    expect(await load()).toBe(false);
    expect(await rows('select count(*) as n from app.referral')).toEqual(before);
  });

  it('loses sight of nobody', async () => {
    const run = await service.app
      .get(CheckConsistency, { strict: false })
      .execute('correlation', (error) => {
        throw error;
      });
    expect(run?.found).toEqual({});
  });

  it('shows a return that is late, one and no more, wherever somebody left', async () => {
    const late = await rows<{ code: string; n: number }>(
      `select o.code, count(*)::int as n from app.return_episode e
       join app.organisation o on o.id = e.ml_id
       where e.state = 'open' and e.ends_on < current_date - 8 group by 1`,
    );
    expect(late.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['97411S00', '97600S00', '97213S00', '51108S00']),
    );
    expect(late.filter(({ n }) => n !== 1)).toEqual([]);
  });

  it('holds referrals and candidacies in every state', async () => {
    const referrals = await rows<{ state: string }>('select distinct state from app.referral');
    expect(referrals.map(({ state }) => state).toSorted()).toEqual([
      'decided',
      'draft',
      'lapsed',
      'received',
      'submitted',
      'withdrawn',
    ]);
    const candidacies = await rows<{ state: string }>('select distinct state from app.candidacy');
    expect(candidacies.map(({ state }) => state).toSorted()).toEqual([
      'closed',
      'convoked',
      'decided',
      'in-evaluation',
      'received',
    ]);
  });

  it('holds a transfer that waits on either side of the mission locale that is shown', async () => {
    const found = await rows<{ from: string; to: string }>(
      `select f.code as from, o.code as to from app.return_transfer t
       join app.organisation f on f.id = t.ml_id join app.organisation o on o.id = t.to_ml_id
       where t.state = 'proposed' and t.due_on >= current_date order by 1`,
    );
    expect(found).toEqual([
      { from: '97411S00', to: '97410S00' },
      { from: '97600S00', to: '97411S00' },
    ]);
  });

  it('keeps both sides of every file in step', async () => {
    const apart = await rows(
      `select c.state, r.state as referral from app.candidacy c join app.referral r on r.id = c.referral_id
       where (r.state = 'withdrawn' and c.state <> 'closed')
          or (c.state = 'decided' and r.state <> 'decided')
          or (c.outcome_code is distinct from r.outcome_code and c.state <> 'in-evaluation')`,
    );
    expect(apart).toEqual([]);
  });

  it('hides every medical conclusion behind the masked code', async () => {
    const [found] = await rows<{ sealed: number; masked: number }>(
      `select (select count(*)::int from app.medical_conclusion) as sealed,
         (select count(*)::int from app.candidacy where outcome_code = 'NON_RETENU') as masked`,
    );
    expect(found?.masked).toBeGreaterThan(10);
    expect(found?.sealed).toBe(found?.masked);
    expect(await rows(`select 1 from app.candidacy where outcome_code like 'INAPTE%'`)).toEqual([]);
  });

  it('holds returns in every state, none lost, each counted from the day of its exit', async () => {
    const states = await rows<{ state: string }>('select distinct state from app.return_episode');
    expect(states.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['prepared', 'open', 'acknowledged', 'closed']),
    );
    const early = await rows(
      `select id from app.return_episode where state <> 'prepared'
         and (counts_from < ends_on - 30 or state_on < ends_on - 30)`,
    );
    expect(early).toEqual([]);
    const apart = await rows(
      `select v.id from app.volunteer v where v.state = 'exited' and v.exit_reason = 'FIN_CONTRAT'
         and (v.exit_situation in ('SANS_SOLUTION', 'NON_CONNU') or v.wants_support)
           is distinct from exists (select from app.return_episode e
             where e.volunteer_id = v.id and e.state <> 'cancelled')`,
    );
    expect(apart).toEqual([]);
  });

  it('leaves each partner with a client at most ten open cases', async () => {
    const open = await rows<{ code: string; n: number }>(
      `select o.code, count(*)::int as n from app.organisation o
       left join app.referral r on r.ml_id = o.id and r.state in ('submitted', 'received')
       left join app.candidacy c on c.unit_id = o.id and c.state <> 'closed'
       where o.code in ('97411S00', '97600S00', 'RSMA-RE', 'RSMA-YT') group by o.code`,
    );
    expect(open).toHaveLength(4);
    for (const { code, n } of open) expect([code, n > 3 && n <= 10]).toEqual([code, true]);
  });

  it('opens fifteen accounts and four clients', async () => {
    const accounts = await rows(`select 1 from app.account where state = 'active'`);
    expect(accounts).toHaveLength(15);
    const clients = await rows<{ client_id: string; scopes: string[] }>(
      `select client_id, scopes from app.machine_client where client_id like 'demo-%' order by 1`,
    );
    expect(clients.map((client) => client.client_id)).toEqual([
      'demo-97411S00',
      'demo-97600S00',
      'demo-rsma-re',
      'demo-rsma-yt',
    ]);
    const medical = clients.filter(({ scopes }) => scopes.includes('medical-conclusion'));
    expect(medical.map((client) => client.client_id)).toEqual(['demo-rsma-re', 'demo-rsma-yt']);
  });
});

describe('The annual report of the demonstration', () => {
  itsReport(() => service);
});

describe('The annual report of the demonstration in other programs', () => {
  itsReportElsewhere(() => service);
});

describe('A month of the demonstration', () => {
  async function played(): Promise<string> {
    const lines: string[] = [];
    await playMonth(service.url, (...said) => void lines.push(...said));
    return lines.join('\n');
  }

  it('goes once around, with files refused, mended and acknowledged', async () => {
    const story = await played();
    for (const text of [
      'ORI_P_97411S00_',
      'INC_P_RSMA-RE_',
      'CEU_P_RSMA-RE_',
      'SOR_P_RSMA-RE_',
      'PEC_P_97411S00_',
      'CEM_P_97411S00_',
      'DEV_P_97411S00_',
      'DIR_P_RSMA-RE_',
      'IDENTITE_SANS_ACCORD',
      'SORTIE_INCONNUE',
      'refusé à l’entrée (ARE-',
      'row-count',
      'DATE_IMPOSSIBLE',
      'duplicate-row',
      'REFERENCE_INCONNUE',
      'IDENTITE_INCOHERENTE',
      '_C_v1.csv',
      '_S_v1.csv',
      'accusé INTEGRE (HTTP 200)',
      'accusé PARTIEL (HTTP 200)',
    ]) {
      expect(story).toContain(text);
    }
    expect(story).not.toContain('empreinte FAUSSE');
  }, 300_000);

  it('can be played again at once', async () => {
    const story = await played();
    expect(story).not.toMatch(/_I_v1\.csv\n\s+refusé/);
    expect(story).toContain('compte rendu CRM-');
  }, 300_000);
});

// Last: it moves dates of decisions.
describe('A frozen report of the demonstration', () => {
  itsEdition(() => service);
});
