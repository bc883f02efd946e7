import type { PersonRecord } from '../../../../people/index.js';
import type { Preparation } from '../../../domain/preparation.js';
import type { PlaceTexts } from '../place-texts.js';

/** What is on file of somebody, as the form would hold it had it been typed. */
export function typedPerson(person: PersonRecord, places: PlaceTexts): Preparation['typed'] {
  const { identity, contact, imiloId } = person;
  const [year = '', month = '', day = ''] = identity.birthDate.split('-');
  const values = {
    nom: identity.birthName,
    'nom-usage': identity.usageName,
    prenoms: identity.firstNames.join(', '),
    sexe: identity.sex,
    'naissance-jour': day,
    'naissance-mois': month,
    'naissance-annee': year,
    'lieu-naissance': places.textOf(identity.birthPlaceCode),
    imilo: imiloId,
    telephone: contact.phone,
    courriel: contact.email,
    voie: contact.street,
    complement: contact.addressComplement,
    'code-postal': contact.postalCode,
    commune: places.textOf(contact.communeCode),
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
