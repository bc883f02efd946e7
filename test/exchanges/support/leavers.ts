import { ML, Somebody, UNIT, type Emitters } from './emitters.js';
import type { Row } from './deposits.js';

/** Somebody who left a unit without a solution, and whose mission locale replies by file. */
export class Leaver extends Somebody {
  /** The day of the exit. */
  readonly leftOn = '2026-11-25';
  volunteerId = '';

  /** As their mission locale replies: a try that reached nobody unless told. */
  replied(over: Row = {}): Row {
    return {
      reference_orientation: this.reference,
      numero_dossier_unite: this.fileNumber,
      code_structure: ML,
      code_unite: UNIT,
      identifiant_imilo: String(88_000_000 + this.number),
      origine_candidature: 'ML',
      nom_naissance: this.name,
      prenom_1: 'Léa',
      date_naissance: '2005-03-11',
      flux_origine: 'SOR',
      date_sortie: this.leftOn,
      date_contact: '2026-11-27',
      code_prise_en_charge: 'CONTACTE_SANS_RETOUR',
      ...over,
    };
  }

  /** Their return as the mission locale or the unit lists it. */
  async seenBy(partners: Emitters, role: string, code: string) {
    const list = `/api/v1/returns?volunteer=${this.volunteerId}`;
    const { body } = await partners.service.person(role, code).get(list).expect(200);
    return body.items[0];
  }
}

/** That many people referred, selected, in service, and gone: by file, then by the unit's own hand. */
export async function leavers(partners: Emitters, count: number): Promise<Leaver[]> {
  const people = Array.from({ length: count }, () => new Leaver());
  const early = { date_orientation: '2026-10-10', date_information_jeune: '2026-10-09' };
  const selected = {
    code_suite: 'APTE_RETENU',
    date_incorporation_prevue: '2026-11-20',
    contingent: '2026-11',
  };
  const ofDay = { nature: 'S', period: '2026-11-18' } as const;
  await partners.send('ORI', ML, { ...ofDay, rows: people.map((one) => one.referred(early)) });
  await partners.send('SUI', UNIT, { ...ofDay, rows: people.map((one) => one.decided(selected)) });
  for (const one of people) {
    one.volunteerId = await incorporated(partners, one);
    await partners.service
      .person('recruiter', UNIT)
      .post(`/api/v1/volunteers/${one.volunteerId}/commands/exit`)
      .send({ ...EXIT, exitedOn: one.leftOn })
      .expect(200);
  }
  return people;
}

async function incorporated(partners: Emitters, one: Leaver): Promise<string> {
  const { id: candidacyId } = await partners.candidacy(one.reference);
  const { body } = await partners.service
    .person('recruiter', UNIT)
    .post('/api/v1/volunteers')
    .send({ candidacyId, ...INCORPORATION })
    .expect(201);
  return body.id;
}

const INCORPORATION = {
  status: 'INCORPORE',
  incorporatedOn: '2026-11-20',
  volunteerType: 'VS',
  track: 'CUISINE',
  plannedEndOn: '2027-07-31',
};

/** How they left, but for the day. */
export const EXIT = {
  reason: 'DENONCIATION_VOLONTAIRE',
  situation: 'SANS_SOLUTION',
  wantsSupport: true,
  certifications: [],
};
