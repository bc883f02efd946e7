import { axisOf, type Axis } from './masking/axis.js';

/** A unit as the figures know it. */
export interface UnitPlace {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly scheme: 'SMA' | 'SMV';
  /** Name of the territory where it works. */
  readonly territory: string;
}

/** Somewhere figures are shown of. */
export interface Place {
  /** `national`, `SMA`, `RSMA-RE`. */
  readonly code: string;
  readonly label: string;
  readonly level: 'national' | 'scheme' | 'unit';
  readonly scheme: 'SMA' | 'SMV' | null;
  readonly territory: string | null;
}

export const NATIONAL = 'national';
export const SCHEME_WORDS = {
  SMA: 'Service militaire adapté (SMA)',
  SMV: 'Service militaire volontaire (SMV)',
} as const;
const SCHEMES = ['SMA', 'SMV'] as const;

/** The places of the figures: the country, the two schemes, which are the two agreements, and the units. */
export class Places {
  readonly all: readonly Place[];
  readonly axis: Axis;
  private readonly codes: ReadonlyMap<string, string>;

  constructor(units: readonly UnitPlace[]) {
    const present = SCHEMES.filter((scheme) => units.some((unit) => unit.scheme === scheme));
    const unitsOf = (scheme: string) => units.filter((unit) => unit.scheme === scheme);
    this.axis = axisOf(NATIONAL, [
      present.map((id) => ({ id, children: unitsOf(id).map(({ code }) => ({ id: code })) })),
    ]);
    this.codes = new Map(units.map(({ id, code }) => [id, code]));
    this.all = [
      {
        code: NATIONAL,
        label: 'Ensemble national',
        level: 'national',
        scheme: null,
        territory: null,
      },
      ...present.flatMap((scheme): Place[] => [
        { code: scheme, label: SCHEME_WORDS[scheme], level: 'scheme', scheme, territory: null },
        ...unitsOf(scheme).map(({ code, name, territory }): Place => ({
          code,
          label: name,
          level: 'unit',
          scheme,
          territory,
        })),
      ]),
    ];
  }

  find(code: string): Place | undefined {
    return this.all.find((place) => place.code === code);
  }

  /** The code of a unit by its identifier. */
  codeOf(unitId: string): string | undefined {
    return this.codes.get(unitId);
  }
}
