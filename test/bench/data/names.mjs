import { FAMILY_NAMES } from '../../../dist/demonstration/people/names.js';
import { firstNameKeys, surnameKeys } from '../../../dist/people/index.js';

const FIRST_NAMES =
  'Léa,Inès,Zoé,Maëlle,Anaïs,Chloé,Jade,Louise,Aïcha,Océane,Lucas,Hugo,Noé,Théo,Mathéo,Jean-Marc,Loïc,Jérémy,Kévin,Mickaël,Élodie,Agnès,Célia,François,Gaël,Hélène,Joël,Marie-Ange,Noémie,Raphaël'.split(
    ',',
  );

/** Family names, with the key under which files find them. */
export const SURNAMES = [...new Set(Object.values(FAMILY_NAMES).flat())].map((name) => ({
  name,
  key: surnameKeys(name).key,
}));

/** First names, with their key. */
export const GIVEN_NAMES = FIRST_NAMES.map((name) => ({
  name,
  key: [...firstNameKeys([name])][0],
}));
