import { ML, UNIT, type Emitters } from './emitters.js';
import type { Row } from './deposits.js';
import { leavers, type Leaver } from './leavers.js';

/** The day on which somebody left whose third month is in November. */
export const LEFT_ON = '2026-08-20';

/** That many people who left a unit long ago. */
export async function formerVolunteers(partners: Emitters, count: number): Promise<Leaver[]> {
  const people = await leavers(partners, count);
  for (const one of people) await leftOn(partners, one, LEFT_ON);
  return people;
}

/** Their exit as if it had been told for that day. */
export async function leftOn(partners: Emitters, one: Leaver, day: string): Promise<void> {
  await partners.look(
    `update app.volunteer set incorporated_on = '2026-04-01', exited_on = $2 where id = $1`,
    one.volunteerId,
    day,
  );
}

/** A DEV row: what became of somebody, three months after the exit unless told. */
export function became(one: Leaver, over: Row = {}): Row {
  return {
    reference_orientation: one.reference,
    numero_dossier_unite: one.fileNumber,
    code_structure: ML,
    code_unite: UNIT,
    identifiant_imilo: String(88_000_000 + one.number),
    origine_candidature: 'ML',
    nom_naissance: one.name,
    prenom_1: 'Léa',
    date_naissance: '2005-03-11',
    date_sortie: LEFT_ON,
    jalon: 'M3',
    date_observation: '2026-11-18',
    situation: 'CDD_6P',
    date_debut_situation: '2026-10-01',
    source: 'DECLARATIF',
    ...over,
  };
}
