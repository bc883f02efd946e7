import type { BirthDate } from './birth-date.js';
import { compareBirthDates } from './birth-date.js';
import { comparePlaces, type PresentPlace } from './birth-place.js';
import { MATCH_WEIGHTS } from './match-weights.js';
import { mostExchanged, mostStraight, type NameKeys } from './most-of-names.js';
import { NO_CONTACT, type ContactDetails } from './person-record.js';
import { traitKeys } from './resolve-person.js';
import { leastWeight, type Weighable } from './weigh-pair.js';

/** What the indexes of the blocks know of a file, before it is read. */
export interface Glimpse extends NameKeys {
  readonly id: string;
  readonly birthDate: BirthDate;
  readonly birthPlaceCode: string | null;
}

/** Says which files are worth reading to know how much they weigh beside a description. */
class AttainableWeight {
  private readonly keys: NameKeys;
  private readonly room: number;

  constructor(
    private readonly described: Weighable,
    private readonly presentOf: PresentPlace,
  ) {
    this.keys = traitKeys(described.identity);
    this.room = MATCH_WEIGHTS.sex.exact + contactRoom(described.contact ?? NO_CONTACT);
  }

  /** No weight of the file is more than this, in tenths. */
  of(file: Glimpse): number {
    const { birthDate, birthPlaceCode } = this.described.identity;
    const date = MATCH_WEIGHTS.birthDate[compareBirthDates(birthDate, file.birthDate)];
    const place = comparePlaces(birthPlaceCode, file.birthPlaceCode, this.presentOf);
    const names = Math.max(mostStraight(this.keys, file), mostExchanged(this.keys, file));
    return names + date + MATCH_WEIGHTS.birthPlace[place] + this.room;
  }
}

/** The ids of the files that may weigh enough to be shown, among so many people in scope. */
export function worthReading(
  described: Weighable,
  files: readonly Glimpse[],
  population: number,
  presentOf: PresentPlace,
): readonly string[] {
  const attainable = new AttainableWeight(described, presentOf);
  const least = leastWeight(population);
  return files.filter((file) => attainable.of(file) >= least).map(({ id }) => id);
}

/** What a way to reach the person may add at most: nothing when none is known. */
function contactRoom({ postalCode, phone, email }: ContactDetails): number {
  const reach = phone || email ? MATCH_WEIGHTS.reach.exact : 0;
  return reach + (postalCode ? MATCH_WEIGHTS.postalCode.exact : 0);
}
