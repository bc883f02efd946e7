import { parseLocalDate } from '../../../kernel/index.js';
import { shortDate } from '../../../platform/french/index.js';
import type { PresentPlace } from '../../domain/birth-place.js';
import { differingParts } from '../../domain/differing-parts.js';
import type { Trait } from '../../domain/match-weights.js';
import type { PersonRecord } from '../../domain/person-record.js';
import { weighPair } from '../../domain/weigh-pair.js';
import type { ComparedValues } from '../traits/trait-table.js';

const TITLES: Readonly<Record<Trait, string>> = {
  birthName: 'Nom de naissance',
  firstName: 'Prénoms',
  birthDate: 'Date de naissance',
  sex: 'Sexe',
  birthPlace: 'Lieu de naissance',
  postalCode: 'Code postal',
  reach: 'Téléphone et courriel',
};

/** Two files of the own organisation, trait by trait, in the order in which they are read. */
export function comparedPeople(
  one: PersonRecord,
  other: PersonRecord,
  presentOf: PresentPlace,
): readonly ComparedValues[] {
  const { traits } = weighPair(one, other, presentOf);
  const [texts, rivals] = [textsOf(one), textsOf(other)];
  return (Object.keys(TITLES) as Trait[]).flatMap((trait) => {
    const found = traits.find((weighed) => weighed.trait === trait);
    if (!found) return [];
    const sides = differingParts(texts[trait], rivals[trait]);
    return [{ trait: TITLES[trait], kinship: found.kinship, weight: found.weight, sides }];
  });
}

/** A person as pages name two that look alike: the name alone would not tell them apart. */
export function namedPerson({ identity }: PersonRecord): string {
  return `${identity.birthName} ${identity.firstNames[0] ?? ''}, ${dayOf(identity.birthDate)}`;
}

function textsOf({ identity, contact }: PersonRecord): Readonly<Record<Trait, string>> {
  return {
    birthName: identity.birthName,
    firstName: identity.firstNames.join(', '),
    birthDate: dayOf(identity.birthDate),
    sex: identity.sex ?? 'inconnu',
    birthPlace: identity.birthPlaceLabel ?? identity.birthPlaceCode ?? 'inconnu',
    postalCode: contact.postalCode ?? 'inconnu',
    reach: [contact.phone, contact.email].filter(Boolean).join(', ') || 'inconnus',
  };
}

/** A date that is only partly known stays as it is. */
function dayOf(text: string): string {
  const day = parseLocalDate(text);
  return day ? shortDate(day) : text;
}
