import { localDate, timeZoneOf } from '../../kernel/index.js';
import type { LocalDate, TerritoryCode } from '../../kernel/index.js';
import type { Organisation, Scheme } from '../domain/organisation.js';

/** Identifier (drawn once, never reused), code, name, usual name, territory, department, opening. */
type Row = readonly [string, string, string, string, TerritoryCode, string, LocalDate];

/** Stands for an opening before, or that no public source dates. */
const KNOWN_SINCE = localDate(2020, 1, 1);

/** The seven regiments and the mainland centre (domain.md 1.1); the codes belong to the service. */
const SMA: readonly Row[] = [
  [
    'f2dfbf89-38c1-4ae8-a1a1-6f447ed3fd7e',
    'RSMA-GP',
    'Régiment du service militaire adapté de la Guadeloupe',
    'RSMA de la Guadeloupe',
    'GP',
    '971',
    KNOWN_SINCE,
  ],
  [
    '6f19b9c6-f2ae-4179-94ee-126f5f03a782',
    'RSMA-MQ',
    'Régiment du service militaire adapté de la Martinique',
    'RSMA de la Martinique',
    'MQ',
    '972',
    KNOWN_SINCE,
  ],
  [
    '189090ae-2b89-4f04-b0a5-48fdd52fcf0e',
    'RSMA-GF',
    'Régiment du service militaire adapté de la Guyane',
    'RSMA de la Guyane',
    'GF',
    '973',
    KNOWN_SINCE,
  ],
  [
    '552809fd-2467-48b5-bc80-e0c4b15e3051',
    'RSMA-RE',
    'Régiment du service militaire adapté de La Réunion',
    'RSMA de La Réunion',
    'RE',
    '974',
    KNOWN_SINCE,
  ],
  [
    'ba199f2f-ff6c-4ef6-94dc-b5934bef4610',
    'RSMA-YT',
    'Régiment du service militaire adapté de Mayotte',
    'RSMA de Mayotte',
    'YT',
    '976',
    KNOWN_SINCE,
  ],
  [
    '79b0c357-e2e1-41a0-89fd-a464da16e987',
    'RSMA-NC',
    'Régiment du service militaire adapté de Nouvelle-Calédonie',
    'RSMA de Nouvelle-Calédonie',
    'NC',
    '988',
    localDate(2012, 7, 1),
  ],
  [
    '2940db10-4107-40d9-b88d-03a805d4f746',
    'RSMA-PF',
    'Régiment du service militaire adapté de Polynésie française',
    'RSMA de Polynésie française',
    'PF',
    '987',
    KNOWN_SINCE,
  ],
  [
    'a4836768-3b62-4e3c-a8a7-4a5959f32e7d',
    'SMA-24',
    'Centre du service militaire adapté de Périgueux',
    'SMA de Périgueux',
    'HEXAGONE',
    '24',
    KNOWN_SINCE,
  ],
];

/**
 * The eight SMV centres (domain.md 1.3). Ambérieu and Brest opened in autumn 2017: the day is a
 * convention. Lyon may have taken over from Ambérieu: both stay open until a source dates it.
 */
const SMV: readonly Row[] = [
  [
    'eb2f84a0-a9e1-42d3-bfca-7f40e93506c5',
    'SMV-METZ',
    '1er régiment du service militaire volontaire',
    'SMV de Montigny-lès-Metz',
    'ALSACE-MOSELLE',
    '57',
    localDate(2015, 10, 15),
  ],
  [
    '10a395b4-2e8e-4fd6-aa32-1dd9317b2602',
    'SMV-CHALONS',
    'Antenne du 1er régiment du service militaire volontaire',
    'SMV de Châlons-en-Champagne',
    'HEXAGONE',
    '51',
    localDate(2017, 1, 16),
  ],
  [
    '09859d2e-cfef-4b7b-b4d7-4fbdf4cdc4f6',
    'SMV-BRETIGNY',
    '2e régiment du service militaire volontaire',
    'SMV de Brétigny-sur-Orge',
    'HEXAGONE',
    '91',
    localDate(2015, 11, 3),
  ],
  [
    '2c1f0ccf-8eb1-4aa0-9848-084ce9a73a81',
    'SMV-ROCHELLE',
    '3e régiment du service militaire volontaire',
    'SMV de La Rochelle',
    'HEXAGONE',
    '17',
    localDate(2016, 1, 13),
  ],
  [
    '3cff656f-9f46-457a-9791-e702e2a71925',
    'SMV-AMBERIEU',
    'Centre du service militaire volontaire de l’armée de l’Air et de l’Espace',
    'SMV d’Ambérieu-en-Bugey',
    'HEXAGONE',
    '01',
    localDate(2017, 10, 1),
  ],
  [
    'dc1cee43-ee61-4336-85e0-0ee3cc6bfe9c',
    'SMV-LYON',
    'Centre du service militaire volontaire de Lyon Mont-Verdun',
    'SMV de Lyon',
    'HEXAGONE',
    '69',
    KNOWN_SINCE,
  ],
  [
    '34724d95-cddc-479d-a670-e9840184502f',
    'SMV-MARSEILLE',
    'Antenne de Marseille du service militaire volontaire',
    'SMV de Marseille',
    'HEXAGONE',
    '13',
    KNOWN_SINCE,
  ],
  [
    '0b8e0a4a-3fbd-4de5-99c2-4808a15eb637',
    'SMV-BREST',
    'Centre du service militaire volontaire de la Marine nationale',
    'SMV de Brest',
    'HEXAGONE',
    '29',
    localDate(2017, 10, 1),
  ],
];

/** The 8 units of the service militaire adapté. */
export const SMA_UNITS = SMA.map((row) => unit(row, 'SMA'));

/** The 8 units of the service militaire volontaire. */
export const SMV_UNITS = SMV.map((row) => unit(row, 'SMV'));

function unit(row: Row, scheme: Scheme): Organisation {
  const [id, code, name, usualName, territory, department, validFrom] = row;
  return {
    id,
    code,
    kind: 'unit',
    scheme,
    name,
    usualName,
    territory,
    timeZone: timeZoneOf(territory),
    department,
    validFrom,
    validTo: null,
  };
}
