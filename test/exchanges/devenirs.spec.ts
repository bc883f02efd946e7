import type { Row } from './support/deposits.js';
import { Emitters, ML, UNIT } from './support/emitters.js';
import { became, formerVolunteers, leftOn } from './support/former-volunteers.js';
import { Leaver } from './support/leavers.js';
import { toldRows } from './support/told-rows.js';

// DEV (exchange.md 7.a): what became of those who left, at 3, 6 and 12 months, by file.

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

const send = (nature: 'I' | 'R' | 'C' | 'A', ...rows: Row[]) =>
  partners.send('DEV', ML, { nature, rows });

async function gone<Count extends number>(count: Count): Promise<[Leaver, ...Leaver[]]> {
  const [first, ...others] = await formerVolunteers(partners, count);
  if (!first) throw new Error('somebody left');
  return [first, ...others];
}

/** A milestone of somebody as a side reads it. */
async function milestone(one: Leaver, code = 'M3', [role, side] = ['ml-adviser', ML] as const) {
  const path = `/api/v1/follow-ups/${one.volunteerId}`;
  const { body } = await partners.service.person(role, side).get(path).expect(200);
  return body.followUps.find((found: { milestone: string }) => found.milestone === code);
}

/** The rows of the file of a month that the unit would get now; none when there is no news. */
const told = (month: string) => toldRows(partners, 'DEV', UNIT, month);

describe('What became of somebody, by file', () => {
  it('is answered as on the page, once however often a month repeats it', async () => {
    const [one] = await gone(1);
    const report = await send('I', became(one));
    expect(report).toMatchObject({ code: 0, compteurs: { appliquees: 1 }, said: [] });
    const answer = { situation: 'CDD_6P', situationStartedOn: '2026-10-01', source: 'DECLARATIF' };
    expect(await milestone(one)).toMatchObject({ state: 'answered', answer });
    expect(await milestone(one, 'M3', ['recruiter', UNIT] as never)).toMatchObject({ answer });
    expect(await milestone(one, 'M6')).toMatchObject({ state: 'upcoming', answer: null });
    const confirmations = [{ code: 'CONTENU_DEJA_RECU' }];
    const again = await partners.send('DEV', ML, { rows: [became(one)], confirmations });
    expect(again.compteurs).toMatchObject({ inchangees: 1 });
    const acts = await partners.look(
      `select h.command, h.channel, h.acting_role, h.effective_on::text from app.follow_up_transition h
       join app.follow_up t on t.id = h.follow_up_id where t.volunteer_id = $1`,
      one.volunteerId,
    );
    expect(acts).toEqual([
      { command: 'answer', channel: 'file', acting_role: 'ml-file', effective_on: '2026-11-18' },
    ]);
  });

  it('is told to the unit, with what corrects it and what takes it back', async () => {
    const [one, other] = await gone(2);
    await told('2026-10');
    await send('I', became(one), became(other!));
    const both = await told('2026-10');
    const named = both.map(({ reference_orientation: reference }) => reference);
    expect(new Set(named)).toEqual(new Set([one, other!].map(({ reference }) => reference)));
    await send('R', became(one, { situation: 'CDI' }));
    expect(await milestone(other!)).toMatchObject({ state: 'open', answer: null });
    expect(await told('2026-11')).toHaveLength(2);
    expect(await told('2026-11')).toEqual([]);
    await send('A');
    expect(await milestone(one)).toMatchObject({ state: 'open', answer: null });
    expect(await told('2026-12')).toMatchObject([
      { type_ligne: 'ANNULATION', reference_orientation: one.reference, jalon: 'M3' },
    ]);
    await send('I', became(one));
    expect(await milestone(one)).toMatchObject({ state: 'answered' });
  });

  it('is refused or remarked with a code where it answers nothing', async () => {
    const [fine, other, early, late, corrected, turned] = await gone(6);
    for (const one of [late!, corrected!]) await leftOn(partners, one, '2026-06-01');
    const october = { date_sortie: '2026-06-01', date_observation: '2026-10-10' };
    const correction = { type_ligne: 'CORRECTION', periode_rattachement: '2026-10' };
    const stranger = { nom_naissance: 'TOUTAUTRE', prenom_1: 'Paul', date_naissance: '2001-01-01' };
    const silent = { situation: 'NON_CONNU', date_debut_situation: '', source: 'SANS_REPONSE' };
    const report = await send(
      'I',
      became(fine, silent),
      became(other!, stranger),
      became(early!, { jalon: 'M6' }),
      became(late!, october),
      became(corrected!, { ...october, ...correction }),
      became(turned!, { nom_naissance: 'Léa', prenom_1: turned!.name }),
      became(new Leaver()),
      became(early!, { reference_orientation: fine.reference }),
      became(early!, { ...correction, type_ligne: 'ANNULATION' }),
      became(early!, { date_sortie: '2026-08-21', source: 'SANS_REPONSE' }),
    );
    expect(report.said).toEqual([
      '10 constraint-error type_ligne ANNULATION',
      '11 constraint-error source',
      '3 IDENTITE_INCOHERENTE nom_naissance',
      '4 CHRONOLOGIE date_observation',
      '5 TRANSITION_INTERDITE jalon JALON_CLOS',
      '7 NOM_PRENOM_INVERSES nom_naissance',
      '8 REFERENCE_INCONNUE numero_dossier_unite DEPART_INCONNU',
      '9 REFERENCE_INCONNUE reference_orientation',
    ]);
    const { appliquees, en_revue, perimees, rejetees } = report.compteurs;
    expect({ appliquees, en_revue, perimees, rejetees }).toEqual({
      ...{ appliquees: 3, en_revue: 1, perimees: 1, rejetees: 5 },
    });
    expect(await milestone(fine)).toMatchObject({ answer: { source: 'SANS_REPONSE' } });
    expect(await milestone(early!, 'M6')).toMatchObject({ answer: null });
    expect(await milestone(late!)).toMatchObject({ state: 'closed', answer: null });
    expect(await milestone(corrected!)).toMatchObject({ state: 'answered' });
  });

  it('is unknown to another mission locale than that of the service', async () => {
    const [one] = await gone(1);
    const elsewhere = '97600S00';
    const rows = [became(one, { code_structure: elsewhere })];
    const report = await partners.send('DEV', elsewhere, { nature: 'I', rows });
    expect(report.said).toEqual(['2 REFERENCE_INCONNUE numero_dossier_unite DEPART_INCONNU']);
    expect(await milestone(one)).toMatchObject({ answer: null });
  });

  it('keeps what an adviser answered on a page after the month of the file', async () => {
    const [one] = await gone(1);
    await partners.service
      .person('ml-adviser', ML)
      .post(`/api/v1/follow-ups/${one.volunteerId}/commands/answer`)
      .send({ milestone: 'M3', situation: 'CDI', source: 'JUSTIFICATIF' })
      .expect(200);
    expect((await send('I', became(one))).compteurs).toMatchObject({ perimees: 1 });
    expect(await milestone(one)).toMatchObject({ answer: { situation: 'CDI' } });
    await send('A');
    expect(await milestone(one)).toMatchObject({ answer: { situation: 'CDI' } });
  });
});
