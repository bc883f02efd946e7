import type { TerritoryCode } from '../../kernel/index.js';
import type { CommuneDirectory, CoveragePair, Organisation } from '../../organisations/index.js';
import type { Region } from './names.js';

/** Where the public of a mission locale lives, and how its numbers begin. */
export interface Home {
  readonly region: Region;
  /** Real communes, each with one of its postal codes. */
  readonly communes: readonly { readonly code: string; readonly postalCode: string }[];
  /** Numbers of the ranges kept for fiction where there is one. */
  readonly phonePrefix: string;
  readonly phoneDigits: number;
  /** Countries of birth that are met there, besides the communes. */
  readonly birthCountries: readonly string[];
}

interface Place extends Pick<Home, 'region' | 'phonePrefix' | 'birthCountries'> {
  readonly phoneDigits?: number;
}

const MAINLAND: Place = {
  region: 'hexagone',
  phonePrefix: '063998',
  birthCountries: ['99352', '99139', '99326'],
};
const ANTILLES: Place = {
  region: 'antilles',
  phonePrefix: '069000',
  birthCountries: ['99410', '99408'],
};

const PLACES: Partial<Record<TerritoryCode, Place>> = {
  GP: ANTILLES,
  MF: ANTILLES,
  MQ: { ...ANTILLES, phonePrefix: '069600' },
  GF: { region: 'guyane', phonePrefix: '069400', birthCountries: ['99416', '99437', '99410'] },
  RE: { region: 'reunion', phonePrefix: '069200', birthCountries: ['99333', '99390'] },
  YT: { region: 'mayotte', phonePrefix: '063900', birthCountries: ['99397', '99333'] },
  NC: { region: 'caledonie', phonePrefix: '00687', phoneDigits: 6, birthCountries: ['99514'] },
};

/** Mail of New Caledonia: its missions locales cover no commune of the coverage file. */
const CALEDONIA = ['98818', '98812', '98817', '98805', '98821'];
const NUMBER_LENGTH = 10;

/** The home of a mission locale, from the communes it covers. */
export function homeOf(
  { code, territory }: Organisation,
  coverage: readonly CoveragePair[],
  communes: CommuneDirectory,
): Home {
  const place = PLACES[territory] ?? MAINLAND;
  const covered = coverage.filter((pair) => pair.missionLocaleCode === code);
  const codes = covered.map(({ communeCode }) => communeCode);
  const lived = (codes.length > 0 ? codes : CALEDONIA).flatMap((commune) => {
    const [postalCode] = communes.postalCodes(commune);
    return postalCode === undefined ? [] : [{ code: commune, postalCode }];
  });
  const { phonePrefix, phoneDigits = NUMBER_LENGTH - phonePrefix.length } = place;
  return { ...place, phoneDigits, communes: lived };
}
