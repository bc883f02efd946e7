import { localDate, timeZoneOf } from '../../kernel/index.js';
import type { TerritoryCode } from '../../kernel/index.js';
import type { Organisation } from '../domain/organisation.js';

/** Identifier (drawn once, never reused), code, official name, usual name, territory, department. */
type Row = readonly [string, string, string, string, TerritoryCode, string];

/** Start of the reference data: for these bodies the real day of creation serves no rule. */
const KNOWN_SINCE = localDate(2020, 1, 1);

/** The 12 overseas missions locales of i-milo (domain.md 1.4). */
const OVERSEAS: readonly Row[] = [
  [
    '16337e1c-4510-4977-a99a-1ed32b80d104',
    '97101S00',
    '971-ML LES ABYMES',
    'Mission locale de la Guadeloupe',
    'GP',
    '971',
  ],
  [
    'bcd4a59f-2bd0-41b1-aae0-36a2249cfb20',
    '97801S00',
    '978-ML ST MARTIN',
    'Mission locale de Saint-Martin',
    'MF',
    '978',
  ],
  [
    '4c11e2c4-f59c-476d-81fc-c2733e6efcb8',
    '97213S00',
    '972-ML CENTRE',
    'Mission locale du Centre de la Martinique',
    'MQ',
    '972',
  ],
  [
    'c82188ea-c1b6-4322-bfae-5c61efbe9bac',
    '97221S00',
    '972-ML ESPACE SUD',
    'Mission locale Espace Sud',
    'MQ',
    '972',
  ],
  [
    'bc749bda-a95f-4b91-b748-71bea0175a08',
    '97222S00',
    '972-ML NORD MARTINIQUE',
    'Mission locale Nord Martinique',
    'MQ',
    '972',
  ],
  [
    '23fbfc74-ed72-4065-98ee-636851d0dcd7',
    '97302S00',
    '973-ML CAYENNE',
    'Mission locale CESG',
    'GF',
    '973',
  ],
  [
    '085d66c5-59d6-45a9-91d5-bb5a09804627',
    '97311S00',
    '973-ML ST LAURENT DU MARONI',
    'Mission locale de l’Ouest guyanais',
    'GF',
    '973',
  ],
  [
    '67ac315d-5326-4fe8-bac3-f8dff71a8463',
    '97410S00',
    '974-ML ST BENOIT',
    'Mission locale Est',
    'RE',
    '974',
  ],
  [
    '0f255edf-4a47-4a24-84a1-0e24d8d1cf33',
    '97411S00',
    '974-ML ST DENIS',
    'Mission locale Nord',
    'RE',
    '974',
  ],
  [
    'b549a2f8-e616-4f74-8bfb-5a0faf8ffb13',
    '97415S00',
    '974-ML ST PAUL',
    'Mission intercommunale Ouest (MIO)',
    'RE',
    '974',
  ],
  [
    'ba4ace6f-5abe-44d0-a6df-25ea7083df58',
    '97416S00',
    '974-ML SUD REUNION',
    'Mission locale Sud',
    'RE',
    '974',
  ],
  [
    '24592713-6699-43dd-92f6-93a77fadfd7c',
    '97600S00',
    '976-ML Mayotte',
    'Mission locale de Mayotte',
    'YT',
    '976',
  ],
];

/** The two of New Caledonia, absent from i-milo: service-owned codes (contract.md 5). */
const NEW_CALEDONIA: readonly Row[] = [
  [
    '85460c39-99e2-4e9e-b40f-133df4f182e8',
    'NC001S00',
    'MISSION D’INSERTION DES JEUNES PROVINCE SUD',
    'Mission d’insertion des jeunes de la province Sud',
    'NC',
    '988',
  ],
  [
    'a0667404-d859-4f46-a5ff-b38d6047f03c',
    'NC002S00',
    'MISSION D’INSERTION DES JEUNES PROVINCE NORD',
    'Mission d’insertion des jeunes de la province Nord',
    'NC',
    '988',
  ],
];

/** Those near an SMV centre, for the demonstration (domain.md 1.4). */
const MAINLAND: readonly Row[] = [
  [
    '8b9f5b11-bd56-438a-bd9a-5e5552955589',
    '57463S00',
    '57-ML PAYS MESSIN',
    'Mission locale du Pays messin',
    'ALSACE-MOSELLE',
    '57',
  ],
  [
    'be92d95a-2797-45ec-a896-e21ccc6dffe1',
    '51108S00',
    '51-ML CHALONS EN CHAMPAGNE',
    'Mission locale de Châlons-en-Champagne',
    'HEXAGONE',
    '51',
  ],
  [
    '222e7f06-88fa-4156-a51a-b437d71edbea',
    '91103S00',
    '91-ML BRETIGNY SUR ORGE',
    'Mission locale de Brétigny-sur-Orge',
    'HEXAGONE',
    '91',
  ],
  [
    'e62bf3b5-5d6b-462b-a74a-8391a8203574',
    '17300S00',
    '17-ML LA ROCHELLE',
    'Mission locale de La Rochelle',
    'HEXAGONE',
    '17',
  ],
  [
    '1951b7dc-48c8-471c-ba16-2f9f295995aa',
    '01004S00',
    '01-ML AMBERIEU EN BUGEY',
    'Mission locale d’Ambérieu-en-Bugey',
    'HEXAGONE',
    '01',
  ],
  [
    '139fc690-1845-469e-b968-6dad81da62f6',
    '29019S00',
    '29-ML BREST',
    'Mission locale de Brest',
    'HEXAGONE',
    '29',
  ],
  [
    '41e71ded-234c-4778-98a4-3d68a767fd9d',
    '13201S00',
    '13-ML MARSEILLE',
    'Mission locale de Marseille',
    'HEXAGONE',
    '13',
  ],
  [
    '06e71d4f-2032-4b5f-8244-5714c70c0804',
    '69382S00',
    '69-ML LYON',
    'Mission locale de Lyon',
    'HEXAGONE',
    '69',
  ],
];

/** The 14 overseas missions locales, New Caledonia included. */
export const OVERSEAS_MISSIONS_LOCALES = [...OVERSEAS, ...NEW_CALEDONIA].map(missionLocale);

/** The 8 mainland missions locales of the demonstration. */
export const MAINLAND_MISSIONS_LOCALES = MAINLAND.map(missionLocale);

function missionLocale([id, code, name, usualName, territory, department]: Row): Organisation {
  return {
    id,
    code,
    kind: 'mission-locale',
    scheme: null,
    name,
    usualName,
    territory,
    timeZone: timeZoneOf(territory),
    department,
    validFrom: KNOWN_SINCE,
    validTo: null,
  };
}
