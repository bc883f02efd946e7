import type { Row } from '../support/deposits.js';
import { Emitters, ML, newPeople, UNIT, type Report, type Somebody } from '../support/emitters.js';
import { Leaver, leavers } from '../support/leavers.js';
import { incorporated, left, present } from '../support/service-rows.js';
import { cejMonth } from '../support/cej-rows.js';

// Exchange.md 6.5 and 6.6 for the flows of the way back: what only the records of the service show. One
// file a flow, one row a fault, and what became of every row.

let partners: Emitters;

beforeAll(async () => {
  partners = await Emitters.start();
});
beforeEach(() => partners.emptySlots());
afterAll(() => partners?.service.close());

const SELECTED = {
  code_suite: 'APTE_RETENU',
  niveau_evalue: 'EFFICACE',
  date_incorporation_prevue: '2027-01-11',
  contingent: '2027-01',
};
const STRANGER = { nom_naissance: 'TOUTAUTRE', prenom_1: 'Paul', date_naissance: '2001-01-01' };
const CORRECTION = { type_ligne: 'CORRECTION', periode_rattachement: '2026-10' };
const CANCELLATION = { ...CORRECTION, type_ligne: 'ANNULATION' };

async function selected(count: number): Promise<Somebody[]> {
  const people = newPeople(count);
  const early = { date_orientation: '2026-10-10', date_information_jeune: '2026-10-09' };
  const ofDay = { nature: 'S', period: '2026-11-18' } as const;
  await partners.send('ORI', ML, { ...ofDay, rows: people.map((one) => one.referred(early)) });
  await partners.send('SUI', UNIT, { ...ofDay, rows: people.map((one) => one.decided(SELECTED)) });
  return people;
}

/** How many rows of a file had each fate, those that none had left out. */
function fates({ compteurs }: Report): Record<string, number> {
  const { appliquees, inchangees, en_revue, perimees, rejetees } = compteurs;
  const all = Object.entries({ appliquees, inchangees, en_revue, perimees, rejetees });
  return Object.fromEntries(all.flatMap(([name, count]) => (count ? [[name, count]] : [])));
}

/** The same name, first name first. */
const swapped = (one: Somebody): Row => ({ nom_naissance: 'Léa', prenom_1: one.name });

describe('Every fault that the records show', () => {
  it('of an INC row', async () => {
    const people = await selected(8);
    const [fine, turned, future, late, long, taken, other, cancelled] = people as Somebody[];
    const [unknown, undecided] = newPeople(2);
    await partners.send('ORI', ML, { rows: [undecided!.referred()] });
    await partners.send('SUI', UNIT, { rows: [undecided!.answered()] });
    const report = await partners.send('INC', UNIT, {
      nature: 'I',
      rows: [
        incorporated(fine!),
        incorporated(turned!, swapped(turned!)),
        incorporated(undecided!),
        incorporated(unknown!),
        incorporated(future!, { date_incorporation: '2026-12-04' }),
        incorporated(late!, { statut_incorporation: 'REPORT', date_incorporation: '2026-11-30' }),
        incorporated(long!, { date_fin_prevue: '2026-11-20' }),
        incorporated(taken!, {
          numero_dossier_unite: fine!.fileNumber,
          date_incorporation: '2026-11-21',
        }),
        incorporated(other!, STRANGER),
        incorporated(cancelled!, CANCELLATION),
      ],
    });
    expect(report.said).toEqual([
      '10 IDENTITE_INCOHERENTE nom_naissance',
      '11 TRANSITION_INTERDITE statut_incorporation',
      '3 NOM_PRENOM_INVERSES nom_naissance',
      '4 TRANSITION_INTERDITE statut_incorporation',
      '5 REFERENCE_INCONNUE reference_orientation',
      '6 DATE_FUTURE date_incorporation',
      '7 CHRONOLOGIE date_incorporation',
      '8 CHRONOLOGIE date_fin_prevue',
      '9 primary-key numero_dossier_unite NUMERO_DEJA_PRIS',
    ]);
    expect(fates(report)).toEqual({ appliquees: 2, en_revue: 1, rejetees: 7 });
  });

  it('of a CEU row', async () => {
    const [fine, early, ahead, other, out, absent] = await selected(6);
    const serving = [fine!, early!, ahead!, other!, out!];
    await partners.send('INC', UNIT, {
      nature: 'I',
      rows: serving.map((one) => incorporated(one)),
    });
    await partners.send('SOR', UNIT, { nature: 'I', rows: [left(out!)] });
    const [unknown] = newPeople(1);
    const report = await partners.send('CEU', UNIT, {
      nature: 'I',
      rows: [
        present(fine!),
        present(early!, { mois: '2026-10' }),
        present(ahead!, { mois: '2027-01' }),
        present(out!, { mois: '2026-12' }),
        present(absent!),
        present(unknown!),
        present(other!, STRANGER),
        present(fine!, CANCELLATION),
      ],
    });
    expect(report.said).toEqual([
      '3 CHRONOLOGIE mois',
      '4 DATE_FUTURE mois',
      '5 TRANSITION_INTERDITE en_service',
      '6 TRANSITION_INTERDITE en_service',
      '7 REFERENCE_INCONNUE reference_orientation',
      '8 IDENTITE_INCOHERENTE nom_naissance',
      '9 TRANSITION_INTERDITE mois',
    ]);
    expect(fates(report)).toEqual({ appliquees: 1, en_revue: 1, rejetees: 6 });
  });

  it('of a SOR row', async () => {
    const [fine, early, never, other, ill, contradicted] = await selected(6);
    const serving = [fine!, early!, other!, ill!, contradicted!];
    await partners.send('INC', UNIT, {
      nature: 'I',
      rows: serving.map((one) => incorporated(one)),
    });
    const ofDay = { nature: 'S', period: '2026-11-27' } as const;
    await partners.send('SOR', UNIT, { ...ofDay, rows: [left(contradicted!)] });
    const [unknown] = newPeople(1);
    const rows = [
      left(fine!),
      left(early!, { date_sortie: '2026-11-19' }),
      left(never!),
      left(unknown!),
      left(other!, STRANGER),
      left(contradicted!, { date_sortie: '2026-11-28' }),
      left(never!, CANCELLATION),
    ];
    const report = await partners.send('SOR', UNIT, { nature: 'I', rows });
    expect(report.said).toEqual([
      '3 CHRONOLOGIE date_sortie',
      '4 TRANSITION_INTERDITE date_sortie INCORPORATION_ATTENDUE',
      '5 REFERENCE_INCONNUE reference_orientation',
      '6 IDENTITE_INCOHERENTE nom_naissance',
      '7 PHOTO_CONTREDIT_SIGNALEMENT motif_sortie',
      '8 TRANSITION_INTERDITE date_sortie',
    ]);
    expect(fates(report)).toEqual({ appliquees: 2, en_revue: 1, rejetees: 4 });
    // Who may not say why somebody is unfit says it for nobody.
    const operator = partners.service.person('exchange-operator', UNIT);
    const medical = { rows: [left(ill!, { motif_sortie: 'INAPTITUDE_EN_COURS' })] };
    const refused = await partners.sendAs(operator, 'SOR', UNIT, medical);
    expect(refused.said).toEqual(['2 HORS_PERIMETRE motif_sortie CONCLUSION_MEDICALE']);
  });

  it('of a PEC row', async () => {
    const gone = await leavers(partners, 8);
    const [fine, few, other, closed, older, elsewhere, another, turned] = gone as Leaver[];
    const answered = { date_contact: '2026-11-28', code_prise_en_charge: 'RDV_PRIS' };
    await partners.send('PEC', ML, {
      rows: [closed!.replied(answered), older!.replied({ date_contact: '2026-11-29' })],
    });
    const report = await partners.send('PEC', ML, {
      rows: [
        fine!.replied(),
        few!.replied({ code_prise_en_charge: 'INJOIGNABLE_APRES_RELANCES' }),
        other!.replied(STRANGER),
        closed!.replied({ ...answered, code_prise_en_charge: 'NE_SOUHAITE_PAS' }),
        older!.replied({ date_contact: '2026-11-26' }),
        new Leaver().replied(),
        elsewhere!.replied({ reference_orientation: another!.reference }),
        another!.replied({ flux_origine: 'DIR', date_sortie: '' }),
        turned!.replied(swapped(turned!)),
        fine!.replied(CANCELLATION),
      ],
    });
    expect(report.said).toEqual([
      '10 NOM_PRENOM_INVERSES nom_naissance',
      '11 constraint-error type_ligne ANNULATION',
      '3 TRANSITION_INTERDITE code_prise_en_charge TROP_PEU_DE_RELANCES',
      '4 IDENTITE_INCOHERENTE nom_naissance',
      '5 TRANSITION_INTERDITE code_prise_en_charge RETOUR_CLOS',
      '6 CHRONOLOGIE date_contact CONTACT_PLUS_ANCIEN',
      '7 REFERENCE_INCONNUE numero_dossier_unite SORTIE_INCONNUE',
      '8 REFERENCE_INCONNUE reference_orientation',
      '9 REFERENCE_INCONNUE flux_origine INVITATION_INCONNUE',
    ]);
    expect(fates(report)).toEqual({ appliquees: 2, en_revue: 1, rejetees: 7 });
  });

  it('of a CEM row', async () => {
    const [fine, open, ended, other, unit, overlapped, backward] = await selected(7);
    const [unknown] = newPeople(1);
    const ends = { cej_actif: 'N', cej_date_fin_reelle: '2026-11-20', motif_fin_cej: 'INSERTION' };
    await partners.send('CEM', ML, {
      rows: [cejMonth(open!), cejMonth(ended!, ends), cejMonth(overlapped!), cejMonth(backward!)],
    });
    const report = await partners.send('CEM', ML, {
      rows: [
        cejMonth(fine!),
        cejMonth(open!, { cej_actif: 'N' }),
        cejMonth(ended!),
        cejMonth(other!, STRANGER),
        cejMonth(unit!, { code_unite: 'RSMA-YT' }),
        cejMonth(overlapped!, { cej_date_debut: '2026-10-01' }),
        cejMonth(backward!, { mois: '2026-10' }),
        cejMonth(unknown!),
        cejMonth(fine!, { ...CANCELLATION, mois: '2026-10' }),
      ],
    });
    expect(report.said).toEqual([
      '10 constraint-error type_ligne ANNULATION',
      '3 TRANSITION_INTERDITE cej_date_fin_reelle FIN_CEJ_MANQUANTE',
      '4 TRANSITION_INTERDITE cej_actif CEJ_CLOS',
      '5 IDENTITE_INCOHERENTE nom_naissance',
      '6 TRANSITION_INTERDITE code_unite UNITE_DIFFERENTE',
      '8 CHRONOLOGIE mois MOIS_DIFFERENT',
      '9 REFERENCE_INCONNUE reference_orientation',
    ]);
    expect(fates(report)).toMatchObject({ en_revue: 1, rejetees: 6 });
  });
});
