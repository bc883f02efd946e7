import type { Row } from './support/deposits.js';
import { Emitters, ML, newPeople, OPEN, Somebody, UNIT } from './support/emitters.js';
import { EXIT, leavers } from './support/leavers.js';
import { toldFile } from './support/told-rows.js';
import { cejMonth } from './support/cej-rows.js';

// CEM (exchange.md 7.a): the CEJ as the mission locale sees it, month after month, by file.

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

const CEJ = {
  accompagnement: 'CEJ',
  cej_date_debut: '2026-09-01',
  cej_date_fin_prevue: '2027-08-31',
};
const ENDED = { cej_actif: 'N', cej_date_fin_reelle: '2026-11-20', motif_fin_cej: 'INSERTION' };

async function referred(over: Row = {}): Promise<Somebody> {
  const [one] = newPeople(1);
  const early = { date_orientation: '2026-10-10', date_information_jeune: '2026-10-09' };
  await partners.send('ORI', ML, { nature: 'S', rows: [one!.referred({ ...early, ...over })] });
  return one!;
}

function send(nature: 'I' | 'R' | 'C' | 'A', ...rows: Row[]) {
  return partners.send('CEM', ML, { nature, rows });
}

/** The contracts of somebody as their mission locale reads them. */
async function contracts(one: Somebody) {
  const list = `/api/v1/cej-contracts?reference=${one.reference}`;
  const { body } = await partners.service.person('ml-adviser', ML).get(list).expect(200);
  return body.items;
}

/** Both files are said to be one person, by two people of the mission locale. */
async function merge(kept: Somebody, merged: Somebody): Promise<void> {
  const { rows } = await partners.service.database.owner.query<{ person_id: string }>(
    'select person_id from app.referral where reference = any($1) order by reference = $2 desc',
    [[kept.reference, merged.reference], kept.reference],
  );
  const [keptId, mergedId] = rows.map(({ person_id: id }) => id);
  const merges = '/api/v1/person-merges';
  const as = (role: string) => partners.service.person(role, ML);
  const { body } = await as('ml-adviser').post(merges).send({ keptId, mergedId }).expect(201);
  await as('ml-manager').post(`${merges}/${body.id}/commands/confirm`).send({}).expect(200);
}

describe('The month of a CEJ by file', () => {
  it('finds what a referral told as it says', async () => {
    const one = await referred(CEJ);
    const report = await send('I', cejMonth(one));
    expect(report).toMatchObject({ compteurs: { inchangees: 1 }, said: [] });
    expect(await contracts(one)).toHaveLength(1);
  });

  it('records a CEJ that began after the referral, and corrects its dates', async () => {
    const one = await referred();
    expect(await contracts(one)).toEqual([]);
    expect((await send('I', cejMonth(one))).compteurs).toMatchObject({ appliquees: 1 });
    expect(await contracts(one)).toMatchObject([
      { state: 'open', startsOn: '2026-09-01', plannedEndOn: '2027-08-31' },
    ]);
    await send('C', cejMonth(one, { cej_date_fin_prevue: '2027-11-30' }));
    expect(await contracts(one)).toMatchObject([{ plannedEndOn: '2027-11-30' }]);
  });

  it('ends it for good, with its reason', async () => {
    const one = await referred(CEJ);
    const report = await send('I', cejMonth(one, ENDED));
    expect(report).toMatchObject({ compteurs: { appliquees: 1 }, said: [] });
    expect(await contracts(one)).toMatchObject([
      { state: 'ended', endedOn: '2026-11-20', endReason: 'INSERTION' },
    ]);
  });

  it('says nothing of whoever has no CEJ', async () => {
    const one = await referred();
    const none = { cej_actif: 'N', cej_date_debut: '', cej_date_fin_prevue: '' };
    expect((await send('I', cejMonth(one, none))).compteurs).toMatchObject({ inchangees: 1 });
    expect(await contracts(one)).toEqual([]);
  });

  it('is refused with a code where it contradicts what is on file', async () => {
    const [open, ended, nobody] = [
      await referred(CEJ),
      await referred(CEJ),
      new Somebody(),
    ] as const;
    await send('I', cejMonth(ended, ENDED));
    const report = await send(
      'C',
      cejMonth(open, { cej_actif: 'N' }),
      cejMonth(ended),
      cejMonth(nobody),
      cejMonth(open, { mois: '2026-10' }),
    );
    expect(report.said).toEqual([
      '2 TRANSITION_INTERDITE cej_date_fin_reelle FIN_CEJ_MANQUANTE',
      '3 TRANSITION_INTERDITE cej_actif CEJ_CLOS',
      '4 REFERENCE_INCONNUE reference_orientation',
      '5 CHRONOLOGIE mois MOIS_DIFFERENT',
    ]);
    expect(await contracts(open)).toMatchObject([{ state: 'open' }]);
    expect(await contracts(ended)).toMatchObject([{ state: 'ended' }]);
  });

  it('is changed by the file that replaces the month, and taken back with it', async () => {
    const one = await referred(CEJ);
    await send('I', cejMonth(one, ENDED));
    const report = await send('R', cejMonth(one));
    expect(report.compteurs).toMatchObject({ appliquees: 1 });
    expect(await contracts(one)).toMatchObject([{ state: 'open', endedOn: null }]);
    await send('R', cejMonth(one, { cej_date_fin_prevue: '2027-11-30' }));
    await send('A');
    expect(await contracts(one)).toMatchObject([{ state: 'open', plannedEndOn: '2027-08-31' }]);
  });

  it('keeps what an adviser did on a page since', async () => {
    const one = await referred(CEJ);
    const [{ id }] = await contracts(one);
    const adviser = partners.service.person('ml-adviser', ML);
    await adviser
      .post(`/api/v1/cej-contracts/${id}/commands/amend`)
      .send({ startsOn: '2026-09-01', plannedEndOn: '2027-10-31' })
      .expect(200);
    const report = await send('I', cejMonth(one));
    expect(report.compteurs).toMatchObject({ perimees: 1 });
    expect(await contracts(one)).toMatchObject([{ plannedEndOn: '2027-10-31' }]);
  });

  it('is that of either file of one person, while they are merged', async () => {
    const first = await referred(CEJ);
    const second = await referred({ accompagnement: 'AUCUN' });
    const [{ id }] = await contracts(first);
    await merge(first, second);

    const sent = await send('I', cejMonth(second, ENDED), cejMonth(first, ENDED));
    expect(sent.said).toContain('3 primary-key reference_orientation');
    expect(await contracts(second)).toMatchObject([{ id, state: 'ended', endedOn: '2026-11-20' }]);
    expect(await contracts(first)).toHaveLength(1);
  });

  it('waits for a human when the identity is not that of the file', async () => {
    const one = await referred(CEJ);
    const stranger = { nom_naissance: 'TOUTAUTRE', prenom_1: 'Paul', date_naissance: '2001-01-01' };
    const report = await send('I', cejMonth(one, { ...ENDED, ...stranger }));
    expect(report.compteurs).toMatchObject({ en_revue: 1 });
    expect(await contracts(one)).toMatchObject([{ state: 'open' }]);
  });
});

describe('The CEJ that a unit is told of', () => {
  const told = async (month = '2026-11') =>
    (await toldFile(partners, 'CEM', UNIT, month))?.rows ?? null;

  it('has its dates and never why it ended, once, and of those who served there', async () => {
    const [served] = await leavers(partners, 1);
    const other = await referred(CEJ);
    await send('I', cejMonth(served!, ENDED), cejMonth(other));
    const rows = await told();
    expect(rows).toHaveLength(1);
    expect(rows?.[0]).toMatchObject({
      reference_orientation: served!.reference,
      numero_dossier_unite: served!.fileNumber,
      mois: '2026-11',
      cej_actif: 'N',
      cej_date_debut: '2026-09-01',
      cej_date_fin_reelle: '2026-11-20',
      motif_fin_cej: '',
    });
    expect(await told()).toBeNull();
  });

  it('is news when somebody begins to serve, however long the contract has been as it is', async () => {
    const [served] = await leavers(partners, 1);
    await send('I', cejMonth(served!));
    await partners.service.database.owner.query(
      `update app.cej_contract set updated_at = updated_at - interval '1 year'`,
    );
    const rows = await told();
    expect(rows?.map(({ reference_orientation: one }) => one)).toEqual([served!.reference]);
  });

  it('waits for the month of its end, so that the end is told', async () => {
    const [served] = await leavers(partners, 1);
    await send('I', cejMonth(served!, ENDED));
    await partners.service.database.owner.query(
      `update app.cej_contract set ended_on = '2026-12-05' where ended_on = '2026-11-20'`,
    );
    expect(await told()).toBeNull();
  });

  it('is that of another file of whoever served there, once both are merged', async () => {
    const [served] = await leavers(partners, 1);
    const other = await referred(CEJ);
    await told();
    await merge(other, served!);
    expect(await told()).toMatchObject([
      { reference_orientation: served!.reference, cej_date_debut: '2026-09-01' },
    ]);
  });

  it('is told again, once, when time alone or the exit changes what it says', async () => {
    const [leaver] = await leavers(partners, 1);
    const toldNow = async (month: string) =>
      (await told(month))?.filter((row) => row['reference_orientation'] === leaver!.reference) ??
      [];
    await send('I', cejMonth(leaver!, { cej_date_fin_prevue: '2026-12-15' }));
    expect(await toldNow('2026-11')).toMatchObject([
      { cej_actif: 'O', fin_prolongation_estimee: '2027-01-31' },
    ]);
    // December says no more than November.
    partners.moveTo('2027-01-04T08:00:00.000Z');
    expect(await toldNow('2026-12')).toEqual([]);
    await partners.service
      .person('recruiter', UNIT)
      .post(`/api/v1/volunteers/${leaver!.volunteerId}/commands/correct-exit`)
      .send({ ...EXIT, exitedOn: '2026-12-02' })
      .expect(200);
    expect(await toldNow('2026-12')).toMatchObject([
      { mois: '2026-12', type_ligne: 'SITUATION', fin_prolongation_estimee: '2027-02-28' },
    ]);
    expect(await toldNow('2026-12')).toEqual([]);
    partners.moveTo('2027-04-02T08:00:00.000Z');
    expect(await toldNow('2027-03')).toMatchObject([
      { mois: '2027-03', cej_actif: 'N', fin_prolongation_estimee: '2027-02-28' },
    ]);
    expect(await toldNow('2027-03')).toEqual([]);
    partners.moveTo(OPEN);
  });
});
