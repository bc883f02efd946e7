import type { LocalDate } from '../../../../kernel/index.js';
import type { Preparation } from '../../../domain/preparation.js';
import type { Referral } from '../../../domain/referral.js';

/**
 * What a referral said, as the form would hold it had it been typed. The day the young person was
 * informed and the notice are asked anew: they told of another transmission. A wish of track is of the
 * list of one unit.
 * @param unitCode of the unit that sees the young person again; null when another is to be chosen
 */
export function typedDetails(referral: Referral, unitCode: string | null): Preparation['typed'] {
  const values = {
    unite: unitCode,
    volontariat: referral.volunteerType,
    filiere: unitCode === null ? null : referral.trackWish,
    niveau: referral.diplomaLevel,
    accompagnement: referral.support,
    boite: referral.referentMailbox,
    ...typedDay('cej-debut', referral.cejStartsOn),
    ...typedDay('cej-fin', referral.cejEndsOn),
    ...Object.fromEntries(referral.prerequisites.map((code) => [`prerequis.${code}`, 'oui'])),
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

function typedDay(name: string, day: LocalDate | null): Readonly<Record<string, string>> {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return { [`${name}-jour`]: date, [`${name}-mois`]: month, [`${name}-annee`]: year };
}
