import { localDate, timeZoneOf } from '../../kernel/index.js';
import type { Organisation, Scheme } from '../domain/organisation.js';

/** Identifier (drawn once, never reused), code, name, usual name, scheme it commands. */
type Row = readonly [string, string, string, string, Scheme | null];

const BODIES: readonly Row[] = [
  [
    'b8e4bc37-f8d7-498a-ba55-0f1792248fa7',
    'NATIONAL',
    'Passerelle, service national d’échange',
    'Service Passerelle',
    null,
  ],
  [
    'c72ef572-92dc-4698-af92-41961bd1fe75',
    'UNML',
    'Union nationale des missions locales',
    'UNML',
    null,
  ],
  [
    '74b60f9a-e72b-4b3d-b5cf-72b20cb18643',
    'COMSMA',
    'Commandement du service militaire adapté',
    'Commandement du SMA',
    'SMA',
  ],
  [
    '5db67e23-a9e9-4add-9ef8-ea5add5625f2',
    'SMV',
    'Commandement du service militaire volontaire',
    'Commandement du SMV',
    'SMV',
  ],
  [
    'ecdc4bae-30cb-4f2d-a8dc-64df1ee9e0d7',
    'DGOM',
    'Direction générale des outre-mer',
    'DGOM',
    null,
  ],
];

/** The service itself (`NATIONAL`) and the bodies that steer the scheme (domain.md 1.5). */
export const NATIONAL_BODIES: readonly Organisation[] = BODIES.map(
  ([id, code, name, usualName, scheme]) => ({
    id,
    code,
    kind: 'national',
    scheme,
    name,
    usualName,
    territory: 'HEXAGONE',
    timeZone: timeZoneOf('HEXAGONE'),
    department: null,
    validFrom: localDate(2020, 1, 1),
    validTo: null,
  }),
);
