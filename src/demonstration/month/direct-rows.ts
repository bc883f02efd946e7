import { randomUUID } from 'node:crypto';
import { addDays, ageOn, parseLocalDate, type LocalDate } from '../../kernel/index.js';
import { drawPerson } from '../people/draw-person.js';
import type { Home } from '../people/homes.js';
import { SeededRandom } from '../seeded-random.js';
import type { SheetRow } from './exchange-sheet.js';
import type { PlayedRow } from './play-sheet.js';

const APPLICANTS = 4;
/** Outside of any commune that a mission locale covers alone: the unit chooses. */
const SOMEWHERE = '99999';

/**
 * DIR: those who came by themselves and were not taken. One agreed to nothing, one lives nobody knows
 * where; one row names somebody without agreement, which is erased, and is sent again without the name.
 */
export function directRows(unit: string, home: Home, today: LocalDate): PlayedRow[] {
  return Array.from({ length: APPLICANTS }, (_, index): PlayedRow => {
    const right = rowOf(unit, home, today, index);
    if (index !== 1) return { sent: right, right };
    return { sent: { ...right, nom_naissance: 'SANSACCORD' }, right };
  });
}

function rowOf(unit: string, home: Home, today: LocalDate, index: number): SheetRow {
  const random = new SeededRandom(randomUUID());
  const decidedOn = addDays(today, -random.between(3, 20));
  const { identity, contact } = drawPerson({ random, home, referredOn: decidedOn, imiloId: null });
  const hasAgreed = index !== 1;
  return {
    numero_dossier_unite: `DIR-${today.slice(0, 7)}-${String(random.between(0, 999_999)).padStart(6, '0')}`,
    code_unite: unit,
    accord_transmission: hasAgreed ? 'O' : 'N',
    code_insee_residence: index === 2 ? SOMEWHERE : (contact.communeCode ?? SOMEWHERE),
    tranche_age: bandOf(identity.birthDate, decidedOn),
    date_decision: decidedOn,
    date_invitation: decidedOn,
    code_suite: index === 3 ? 'AJOURNE' : 'NON_RETENU',
    ...(hasAgreed
      ? {
          date_accord: decidedOn,
          nom_naissance: identity.birthName,
          prenoms: identity.firstNames.join(','),
          sexe: identity.sex ?? 'I',
          date_naissance: identity.birthDate,
          date_naissance_partielle: identity.birthDate.endsWith('-00') ? 'O' : 'N',
          code_insee_naissance: identity.birthPlaceCode ?? SOMEWHERE,
          adresse_voie: contact.street ?? '',
          code_postal: contact.postalCode ?? '97400',
          telephone: contact.phone ?? '',
          courriel: contact.email ?? '',
        }
      : {}),
  };
}

function bandOf(birthDate: string, on: LocalDate): string {
  const born = parseLocalDate(birthDate.replaceAll('-00', '-01'));
  const age = born ? ageOn(born, on) : 18;
  if (age < 18) return '16_17';
  if (age < 21) return '18_20';
  return age < 24 ? '21_23' : '24_25';
}
