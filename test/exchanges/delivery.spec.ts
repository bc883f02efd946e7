import type { MailboxFile } from '../../src/exchanges/domain/mailbox-file.js';
import { MakeDelivery } from '../../src/exchanges/use-cases/make-delivery.js';
import { parseMonth } from '../../src/kernel/index.js';
import { OrganisationDirectory } from '../../src/organisations/index.js';
import { exchangeApp, type ExchangeApp } from './support/exchange-app.js';
import { OwnDoor } from './support/own-door.js';
import { day, Partners, yesterdayInReunion } from './support/partners.js';

const PERIOD = '2026-10';
let service: ExchangeApp;
let partners: Partners;
let door: OwnDoor;

beforeAll(async () => {
  service = await exchangeApp();
  partners = new Partners(service);
  door = new OwnDoor(service);
});

afterAll(() => service.close());

async function deliver(
  flow: string,
  recipient: string,
  period: string | null = PERIOD,
): Promise<MailboxFile | null> {
  const found = await service.app.get(OrganisationDirectory, { strict: false }).byCode(recipient);
  const order = { recipientId: found?.id ?? '', flow, mode: 'P', noticeFileId: null } as const;
  const month = period === null ? null : (parseMonth(period) ?? null);
  return service.app.get(MakeDelivery, { strict: false }).execute({ ...order, period: month }, 'c');
}

/** The file, read by our own door: it must say nothing of it. */
async function delivered(flow: string, recipient: string, period: string | null = PERIOD) {
  const file = await deliver(flow, recipient, period);
  if (!file) throw new Error('there was something to say');
  const { rows, faults } = await door.read(file);
  expect(faults).toEqual([]);
  return { file, rows };
}

describe('Referrals to a unit', () => {
  it('are told once, drafts and those to other units never', async () => {
    const one = await partners.refer('RSMA-RE');
    const cej = { support: 'CEJ', cejStartsOn: day(-60), cejEndsOn: day(200), trackWish: 'BTP' };
    const two = await partners.refer('RSMA-RE', cej, { firstNames: ['SNP'], phone: null });
    const draft = await partners.refer('RSMA-RE', { submit: false });
    const other = await partners.refer('RSMA-YT');

    const { file, rows } = await delivered('ORI', 'RSMA-RE');
    expect(file).toMatchObject({
      fileName: `ORI_P_PASSERELLE_${PERIOD}_000001_I_v1.csv`,
      nature: 'I',
      rows: 2,
      state: 'available',
      manifest: {
        emetteur: 'PASSERELLE',
        destinataire: 'RSMA-RE',
        totaux: {
          lignes: 2,
          par_type: { SITUATION: 2, EVENEMENT: 0, CORRECTION: 0, ANNULATION: 0 },
          par_destinataire: { 'RSMA-RE': 2 },
        },
      },
    });
    const lifetime = Date.parse(file.expiresAt) - Date.parse(file.availableAt);
    expect(lifetime).toBe(60 * 86_400_000);
    expect(new Map(rows.map((row) => [row['reference_orientation'], row]))).toEqual(
      new Map([
        [
          one.reference,
          expect.objectContaining({ etat_orientation: 'TRANSMISE', prenoms: 'Léa,Marie' }),
        ],
        [
          two.reference,
          expect.objectContaining({ accompagnement: 'CEJ', filiere_souhaitee: 'BTP' }),
        ],
      ]),
    );
    expect(await deliver('ORI', 'RSMA-RE')).toBeNull();
    const told = JSON.stringify(rows);
    expect([draft, other].some(({ reference }) => told.includes(reference))).toBe(false);
  });

  it('are told again when the mission locale changes them, not when the unit does', async () => {
    const kept = await partners.refer('RSMA-GP');
    const gone = await partners.refer('RSMA-GP');
    const answered = await partners.refer('RSMA-GP');
    await delivered('ORI', 'RSMA-GP');
    await partners.answer('RSMA-GP', answered.reference, 'acknowledge', { unitFileNumber: 'GP/1' });
    expect(await deliver('ORI', 'RSMA-GP')).toBeNull();

    await partners.withdraw(gone.id);
    const amended = 'update app.referral set version = version + 1 where id = $1';
    await service.database.owner.query(amended, [kept.id]);
    const { file, rows } = await delivered('ORI', 'RSMA-GP');
    expect(file).toMatchObject({ nature: 'C', sequence: 2, rows: 2 });
    expect(
      new Map(rows.map((row) => [row['reference_orientation'], row['etat_orientation']])),
    ).toEqual(
      new Map([
        [kept.reference, 'MAINTENUE'],
        [gone.reference, 'RETIREE'],
      ]),
    );
    expect(await deliver('ORI', 'RSMA-GP')).toBeNull();
  });

  it('go out as events on the day of the recipient when a notice brought them', async () => {
    await partners.refer('RSMA-NC');
    service.clock.set(`${day(0)}T14:30:00Z`);
    const { file, rows } = await delivered('ORI', 'RSMA-NC', null).finally(() =>
      service.clock.set(undefined),
    );
    expect(file).toMatchObject({
      fileName: `ORI_P_PASSERELLE_${day(1)}_000001_S_v1.csv`,
      nature: 'S',
      period: day(1),
    });
    expect(rows.map((row) => row['type_ligne'])).toEqual(['EVENEMENT']);
  });

  it('leave empty what a page takes and no file does', async () => {
    const address = { street: '#3 = chemin du Bois', postalCode: '97400', communeCode: '97411' };
    await partners.refer('RSMA-GF', {}, { address });
    const { rows } = await delivered('ORI', 'RSMA-GF');
    expect(rows).toMatchObject([{ adresse_voie: '', code_postal: '97400' }]);
  });

  it('tell of a withdrawal the unit was not sent before, unless it is history', async () => {
    const [recent, old] = [await partners.refer('RSMA-PF'), await partners.refer('RSMA-PF')];
    await partners.withdraw(recent.id);
    await partners.withdraw(old.id);
    await makeOld(old.id);
    const { rows } = await delivered('ORI', 'RSMA-PF');
    expect(rows.map((row) => [row['reference_orientation'], row['etat_orientation']])).toEqual([
      [recent.reference, 'RETIREE'],
    ]);
  });

  it('are not made twice by two orders at the same instant', async () => {
    await partners.refer('RSMA-MQ');
    const made = await Promise.all([deliver('ORI', 'RSMA-MQ'), deliver('ORI', 'RSMA-MQ')]);
    expect(made.filter((file) => file !== null)).toHaveLength(1);
  });
});

describe('Answers to a mission locale', () => {
  const answers = {
    retained: { code: 'APTE_RETENU', plannedIncorporationOn: day(40), assessedLevel: 'EFFICACE' },
    adjourned: { code: 'AJOURNE', reexaminationOn: day(90), contingent: '2027-A' },
    refused: { code: 'NON_RETENU_SELECTION', unitFileNumber: 'RE-2026-00412' },
    unfit: { code: 'INAPTE_TEMPORAIRE', reexaminationOn: day(90) },
    withdrawn: { code: 'DESISTEMENT' },
  };
  const references: Record<string, string> = {};

  async function answeredBy(unit: string): Promise<void> {
    for (const [name, outcome] of Object.entries(answers)) {
      const { reference } = await partners.refer(unit);
      references[name] = reference;
      await partners.answer(unit, reference, 'decide', {
        decidedOn: yesterdayInReunion(),
        ...outcome,
      });
    }
  }

  async function rowsByName() {
    const { file, rows } = await delivered('SUI', '97411S00');
    const nameOf = (row: Record<string, string>) =>
      Object.keys(references).find((name) => references[name] === row['reference_orientation']);
    return { file, rows: Object.fromEntries(rows.map((row) => [nameOf(row), row])) };
  }

  it('tell what the unit did, every outcome, and a medical one where it is released', async () => {
    await deliver('SUI', '97411S00');
    await answeredBy('RSMA-RE');
    references['seen'] = (await partners.refer('RSMA-RE')).reference;
    await partners.answer('RSMA-RE', references['seen'], 'acknowledge', {});
    references['untouched'] = (await partners.refer('RSMA-RE')).reference;

    const { file, rows } = await rowsByName();
    expect(file.manifest).toMatchObject({
      destinataire: '97411S00',
      totaux: { par_destinataire: { '97411S00': 6 } },
    });
    expect(rows).toEqual({
      retained: expect.objectContaining({
        etat_candidature: 'DECIDEE',
        code_suite: 'APTE_RETENU',
        contingent: day(40).slice(0, 7),
        niveau_evalue: 'EFFICACE',
      }),
      adjourned: expect.objectContaining({ code_suite: 'AJOURNE', contingent: '2027-A' }),
      refused: expect.objectContaining({
        code_suite: 'NON_RETENU_SELECTION',
        numero_dossier_unite: 'RE-2026-00412',
      }),
      unfit: expect.objectContaining({ code_suite: 'INAPTE_TEMPORAIRE', date_reexamen: day(90) }),
      withdrawn: expect.objectContaining({ code_suite: 'DESISTEMENT' }),
      seen: expect.objectContaining({
        etat_candidature: 'RECUE',
        numero_dossier_unite: references['seen'],
        code_suite: '',
      }),
    });
    expect(await deliver('SUI', '97411S00')).toBeNull();
  });

  it('do not tell again what was settled long before the first delivery', async () => {
    const { id, reference } = await partners.refer('RSMA-RE');
    await partners.answer('RSMA-RE', reference, 'decide', {
      decidedOn: yesterdayInReunion(),
      ...answers.withdrawn,
    });
    await makeOld(id);
    expect(await deliver('SUI', '97411S00')).toBeNull();
  });

  it('open one medical conclusion per delivery of it, and say so in the journal', async () => {
    const { rows } = await service.database.owner.query(
      `select actor_type, detail, count(*)::int as n from app.audit_event
       where command = 'medical-conclusion.read' group by actor_type, detail`,
    );
    expect(rows).toEqual([{ actor_type: 'system', detail: 'delivery', n: 1 }]);
  });

  it('say that the file is closed and nothing else where the conclusion is not released', async () => {
    await service.database.owner.query(
      `update app.convention set duties = array_remove(duties, 'medical-conclusion-release')`,
    );
    forgetConventions();
    const { reference } = await partners.refer('RSMA-RE');
    await partners.answer('RSMA-RE', reference, 'decide', {
      decidedOn: yesterdayInReunion(),
      ...answers.unfit,
    });

    const { rows } = await delivered('SUI', '97411S00');
    expect(rows).toMatchObject([
      {
        reference_orientation: reference,
        etat_candidature: 'CLOSE',
        code_suite: '',
        date_suite: '',
        date_reexamen: '',
        niveau_evalue: '',
      },
    ]);
  });
});

const LONG_AGO = `now() - interval '90 days'`;

/** As if both sides of a case had been written long ago, as the history of the demonstration. */
async function makeOld(referralId: string): Promise<void> {
  for (const sql of [
    `update app.referral set created_at = ${LONG_AGO} where id = $1`,
    `update app.referral_transition set effective_on = ${LONG_AGO} where referral_id = $1`,
    `update app.candidacy set created_at = ${LONG_AGO}, state_on = ${LONG_AGO} where referral_id = $1`,
  ]) {
    await service.database.owner.query(sql, [referralId]);
  }
}

/** The register is kept in memory for half a minute. */
function forgetConventions(): void {
  const register = service.app.get(OrganisationDirectory, { strict: false });
  const forget: unknown = Reflect.get(register, 'forget');
  if (typeof forget === 'function') forget.call(register);
}
