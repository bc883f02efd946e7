import type TestAgent from 'supertest/lib/agent.js';
import {
  csvOf,
  deposit,
  depositOf,
  expectedSlot,
  reportOf,
  type Row,
} from '../exchanges/support/deposits.js';
import { SetClock } from '../exchanges/support/set-clock.js';
import { startTestApplication, type TestApplication } from '../support/test-application.js';

// The report of a file and its rejected rows as pages, over HTTP and on a real database.

/** Few enough of them rejected: above a tenth the whole file waits for a confirmation. */
const ROWS = 300;
const REJECTED = 27;

let service: TestApplication;
let unit: TestAgent;
let id: string;

const lettersOf = (number: number) =>
  String(number).replaceAll(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? '');

/** A row that is right but for its own fault, if it has one. */
function row(number: number, over: Row = {}): Row {
  return {
    identifiant_ligne: String(number),
    type_ligne: 'SITUATION',
    numero_dossier_unite: `RE-2026-${number}`,
    code_unite: 'RSMA-RE',
    origine_candidature: 'DIRECT',
    nom_naissance: `HOARAU${lettersOf(number)}`,
    prenom_1: 'Emma',
    date_naissance: '2004-03-11',
    etat_candidature: 'RECUE',
    date_etat: '2026-10-05',
    ...over,
  };
}

beforeAll(async () => {
  service = await startTestApplication({
    clock: new SetClock('2026-11-22T08:00:00.000Z'),
    isDemonstration: true,
  });
  unit = await service.as('RSMA-RE');
  const rows = Array.from({ length: ROWS }, (_, at) => row(at + 1));
  const wrong = rows.map((one, at) =>
    at < REJECTED ? { ...one, date_naissance: '31/02/2005', etat_candidature: '<b>RECU</b>' } : one,
  );
  id = await sent(wrong);
});
afterAll(() => service?.close());

async function sent(rows: readonly Row[]): Promise<string> {
  const { period, sequence } = await expectedSlot(unit, 'SUI', false);
  const name = `SUI_T_RSMA-RE_${period}_${sequence}_I_v1.csv`;
  const announced = { rows, emitter: 'RSMA-RE', generatedAt: '2026-11-22T07:30:00Z' };
  const { body } = await deposit(unit, depositOf(name, csvOf('SUI', rows), announced));
  await reportOf(unit, body.id);
  return body.id;
}

const read = async (address: string, role = 'exchange-operator', code = 'RSMA-RE') =>
  service.person(role, code).get(address).set('accept', 'text/html');

const linesOf = (html: string) =>
  [...html.matchAll(/id="ligne-(\d+)"/g)].map(([, line]) => Number(line));

describe('The rejected rows of a file', () => {
  it('are shown with the values that were sent, the faulty ones marked, and what to do', async () => {
    const { text, status } = await read(`/echanges/${id}/rejets`);

    expect(status).toBe(200);
    expect(text).toContain('<mark class="app-value">31/02/2005</mark>');
    expect(text).toContain('<mark class="app-value">&lt;b>RECU&lt;/b></mark>');
    expect(text).toContain('RE-2026-1 · HOARAUB · Emma · 31/02/2005');
    expect(text).toContain('Indiquer une date réelle');
    expect(text).toContain(`27\u00A0lignes rejetées`);
  });

  it('come 25 a page, each once and in the order of the file', async () => {
    const first = await read(`/echanges/${id}/rejets`);
    const next = /href="([^"]*rejets\?apres=\d+)"/.exec(first.text)?.[1] ?? '';
    const second = await read(next);

    const lines = [...linesOf(first.text), ...linesOf(second.text)];
    expect(linesOf(first.text)).toHaveLength(25);
    expect(lines).toEqual(Array.from({ length: REJECTED }, (_, at) => at + 2));
    expect(second.text).toContain('<mark class="app-value">31/02/2005</mark>');
    expect(second.text).not.toContain('Lignes suivantes');
  });

  it.each(['x', '-1', '99999999999', "1' or '1'='1"])('start over at %p', async (from) => {
    const { status } = await read(`/echanges/${id}/rejets?apres=${encodeURIComponent(from)}`);

    expect(status).toBe(200);
  });

  it('are for the operators of the organisation alone, and each opening is in the journal', async () => {
    const count = async () => {
      const sql = `select count(*)::int as n from app.audit_event where command = 'exchange.rejects'`;
      const { rows } = await service.database.owner.query<{ n: number }>(sql);
      return rows[0]?.n ?? 0;
    };
    const before = await count();
    const statuses: number[] = [];
    for (const [role, code] of [
      ['unit-manager', 'RSMA-RE'],
      ['recruiter', 'RSMA-RE'],
      ['exchange-operator', 'RSMA-YT'],
    ] as const) {
      statuses.push((await read(`/echanges/${id}/rejets`, role, code)).status);
    }
    expect(statuses).toEqual([403, 403, 404]);
    expect(await count()).toBe(before);
    await read(`/echanges/${id}/rejets`);
    expect(await count()).toBe(before + 1);
  });
});

describe('The report of a file', () => {
  it('leads an operator to the rejects and to the deposit of the corrected file', async () => {
    const { text } = await read(`/echanges/${id}`);

    expect(text).toContain('Intégré en partie');
    expect(text).toContain(`href="/echanges/${id}/rejets"`);
    expect(text).toContain('href="/echanges/depot?flux=SUI&amp;mois=2026-10&amp;nature=C"');
    expect(text).toContain('Premières lignes concernées');
  });

  it('shows a manager nothing that only an operator may open', async () => {
    const { text, status } = await read(`/echanges/${id}`, 'unit-manager');

    expect(status).toBe(200);
    expect(text).not.toContain('rejets');
    expect(text).not.toContain('/echanges/depot');
  });

  it('is given whole as a table', async () => {
    const answer = await read(`/echanges/${id}/compte-rendu.csv`, 'unit-manager');

    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain('CRM_SUI_T_RSMA-RE');
    expect(answer.text.split('\r\n').length).toBeGreaterThan(2 * REJECTED);
  });
});
