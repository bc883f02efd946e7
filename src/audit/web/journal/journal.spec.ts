import { localDate, toInstant } from '../../../kernel/index.js';
import { reachOf, shownDetail, type JournalLine } from '../../domain/journal.js';
import { JOURNAL_HEADER, journalExportRow } from './journal-export.js';
import { journalHref, readJournalAddress } from './journal-search.js';
import { presentJournal } from './journal.presenter.js';

const TODAY = localDate(2026, 11, 28);
const ID = '3b9d2d6c-6f0a-4c4b-9a53-8d7c2b1f0e11';
const LINE: JournalLine = {
  id: ID,
  recordedAt: toInstant(new Date('2026-11-28T10:04:05.678Z')),
  position: '2026-11-28 10:04:05.678901+00',
  organisationCode: 'RSMA-RE',
  actorType: 'person',
  actorId: '11111111-1111-4111-8111-111111111111',
  actingRole: 'recruiter',
  channel: 'page',
  command: 'candidacy.decide',
  resourceType: 'candidacy',
  resourceId: '22222222-2222-4222-8222-222222222222',
  result: 'done',
  detail: null,
};
const DPO = { reach: 'all', timeZone: 'Indian/Reunion' } as const;

function presented(line: Partial<JournalLine>, query: object = {}) {
  const address = readJournalAddress(query, TODAY);
  const page = { lines: [{ ...LINE, ...line }], count: 1, next: { at: LINE.position, id: ID } };
  return { address, view: presentJournal(address, page, DPO) };
}

describe('The address of the journal', () => {
  it('stands for the last seven days until it says otherwise', () => {
    const { from, to, after } = readJournalAddress({}, TODAY);
    expect([from, to, after]).toEqual(['2026-11-22', '2026-11-28', null]);
    const asked = readJournalAddress({ du: '2026-10-01', au: '2026-10-31' }, TODAY);
    expect([asked.from, asked.to]).toEqual(['2026-10-01', '2026-10-31']);
  });

  it.each([
    { du: '2026-02-30', au: 'hier' },
    { du: '2026-12-24', au: '2026-11-28' },
    { avant: '2026-11-28 10:04:05+00_x' },
    { avant: `2026-02-30 10:04:05+00_${ID}` },
    { avant: `now()_${ID}` },
  ])('leaves out what does not do: %j', (query) => {
    const { from, to, after } = readJournalAddress(query, TODAY);
    expect([from, to, after]).toEqual(['2026-11-22', '2026-11-28', null]);
  });

  it('reads back what a link says', () => {
    const asked = readJournalAddress(
      {
        vue: 'fichiers',
        organisme: 'rsma-re',
        action: 'session.end',
        compte: ID,
        objet: 'account',
      },
      TODAY,
    );
    const link = journalHref(asked, { after: { at: LINE.position, id: ID } });
    const again = readJournalAddress(
      Object.fromEntries(new URL(link, 'http://x').searchParams),
      TODAY,
    );
    expect(again).toEqual({
      ...asked,
      organisation: 'RSMA-RE',
      after: { at: LINE.position, id: ID },
    });
  });
});

describe('A line of the journal', () => {
  it('is told in French, on the clock of whoever looks, without anybody’s name', () => {
    const [row] = presented({}).view.rows;
    expect(row).toMatchObject({
      action: 'Décision sur une candidature',
      when: '28 novembre 2026 à 14\u00A0h\u00A004',
      actor: 'Recrutement',
      channel: 'sur Passerelle',
      resource: 'Candidature',
      result: { label: 'Fait' },
    });
    expect(row?.actorHref).toContain(`compte=${LINE.actorId}`);
  });

  it('leads to no object where it is about a list, to no account where nobody acted', () => {
    const [row] = presented({ resourceId: 'list', actorType: 'file' }).view.rows;
    expect(row).toMatchObject({ resourceHref: null, resourceId: '', actorHref: null });
  });

  it.each([
    ['CRM 2', 'CRM 2'],
    ['SUI 2026-10', 'SUI 2026-10'],
    ['same-person', 'same-person'],
    ['Amélie Dupont est partie', ''],
    ['un deux trois', ''],
    [null, ''],
  ])('shows the detail %j as %j', (detail, shown) => {
    expect(shownDetail({ command: 'exchange.process', detail })).toBe(shown);
  });

  it('never shows a reason that somebody typed', () => {
    expect(shownDetail({ command: 'exchange.exempt-slot', detail: 'Dupont' })).toBe('');
  });

  it('goes into a file with its codes, under as many headings', () => {
    const row = journalExportRow({ ...LINE, resourceId: '=1+1' });
    expect(row).toHaveLength(JOURNAL_HEADER.length);
    expect(row).toContain('candidacy.decide');
    expect(row.at(-1)).toBe(`'=1+1`);
  });
});

describe('The page of the journal', () => {
  it('says how many lines of which days there are, and where older ones begin', () => {
    const { view } = presented({});
    expect(view.total).toMatch(/^1\sligne, du 22\/11\/2026 au 28\/11\/2026$/u);
    expect(view.olderHref).toContain('avant=');
    expect(view.latestHref).toBeNull();
  });

  it('offers administrators the actions they may read, and no other', () => {
    const { address } = presented({});
    const page = { lines: [], count: 20_000, next: null };
    const view = presentJournal(address, page, { ...DPO, reach: 'security' });
    const offered = view.commands.flatMap(({ choices }) => choices.map(({ value }) => value));
    expect(offered).toContain('session.begin');
    expect(offered.some((command) => /^(candidacy|referral|exchange)/.test(command))).toBe(false);
    expect(view.hasFileLines).toBe(false);
    expect(view.total).toMatch(/^Plus de 10\s000\slignes/u);
  });

  it('is for persons of four roles only', () => {
    const trace = { channel: { kind: 'page' }, correlationId: 'c' } as const;
    const organisation = { id: ID, code: 'X', kind: 'unit' } as const;
    const person = (role: 'dpo' | 'recruiter') =>
      reachOf({ type: 'person', id: ID, role, organisation, ...trace });
    expect([person('dpo'), person('recruiter')]).toEqual(['all', undefined]);
    const machine = { id: ID, clientId: 'c', scopes: [], organisation, ...trace };
    expect(reachOf({ type: 'machine', ...machine })).toBeUndefined();
  });
});
