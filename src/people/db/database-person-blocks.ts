import { Injectable } from '@nestjs/common';
import { currentManager, queryBySet } from '../../platform/database/index.js';
import { parseBirthDate, type BirthDate } from '../domain/birth-date.js';
import { phoneticKey } from '../domain/phonetic-key.js';
import type { Glimpse } from '../domain/attainable-weight.js';
import { MOST_CANDIDATES, traitKeys } from '../domain/resolve-person.js';
import type { Described } from '../domain/vetoes.js';
import { PersonBlocks } from '../use-cases/merge-ports.js';

const KEYS = {
  number: 'int',
  org_id: 'uuid',
  birth_date: 'text',
  born_from: 'text',
  born_to: 'text',
  year_from: 'text',
  year_to: 'text',
  name_key: 'text',
  first_name_key: 'text',
  name_start: 'text',
  birth_place_code: 'text',
  name_sound: 'text',
  sex: 'text',
} as const;

/** Days of birth further apart than this are not of one person (exchange.md 7.f, B2). */
const APART_DAYS = 400;
const DAY = 86_400_000;

/**
 * Blocking B1 to B5 (exchange.md 7.f). B1, B3 and B4 share a day of birth: one walk through those
 * born that day on the files of the organisation; B2 and B5 have indexes of their own. Each holds the
 * keys that say which files are worth reading, so that no file is read here. Row-level security decides which files exist, and the organisation is always the caller's own.
 */
@Injectable()
export class DatabasePersonBlocks extends PersonBlocks {
  override async around(
    organisationId: string,
    described: readonly Described[],
  ): Promise<readonly (readonly Glimpse[])[]> {
    const rows = described.map((one, number) => keysOf(organisationId, one, number));
    const found = await queryBySet<{ number: number; files: string | null }>(SEARCH, KEYS, rows);
    const byNumber = new Map(found.map(({ number, files }) => [number, files]));
    return described.map((_, number) => glimpsesOf(byNumber.get(number)));
  }

  override async population(organisationId: string): Promise<number> {
    const [row]: { total: number }[] = await currentManager().query(
      'select count(*) as total from app.young_person where org_id = $1',
      [organisationId],
    );
    return Number(row?.total ?? 0);
  }
}

const LIMIT = MOST_CANDIDATES + 1;

/** What is read of a file, from the index. */
const SEEN = 'y.id, y.birth_date, y.name_key, y.first_name_key, y.birth_place_code';

/** One line of text per description: PostgreSQL and Node pass on fifty times fewer rows and values. */
function SEARCH(set: string): string {
  return `select r.number, (
      select string_agg(concat_ws(',', id, birth_date, name_key, first_name_key, birth_place_code), ';')
      from (
        (select ${SEEN} from app.young_person y
          where y.org_id = r.org_id and y.birth_date = r.birth_date
            and (y.first_name_key = r.first_name_key or left(y.name_key, 2) = r.name_start
              or y.birth_place_code = r.birth_place_code) limit ${LIMIT})
        union
        (select ${SEEN} from app.young_person y
          where y.org_id = r.org_id and y.name_key = r.name_key
            and y.first_name_key = r.first_name_key
            and y.birth_date between r.born_from and r.born_to limit ${LIMIT})
        union
        (select ${SEEN} from app.young_person y
          where y.org_id = r.org_id and y.name_sound = r.name_sound and y.name_sound <> ''
            and y.sex = r.sex and y.birth_date between r.year_from and r.year_to limit ${LIMIT})
        limit ${LIMIT}
      ) c) as files
    from ${set}`;
}

/** Keys are letters only, dates and codes have no punctuation but the hyphen. */
function glimpsesOf(files: string | null | undefined): readonly Glimpse[] {
  if (!files) return [];
  return files.split(';').map((file) => {
    const [id = '', birthDate = '', nameKey = '', firstNameKey = '', place] = file.split(',');
    return {
      id,
      birthDate: birthDate as BirthDate,
      nameKey,
      firstNameKey,
      birthPlaceCode: place ?? null,
    };
  });
}

function keysOf(
  organisationId: string,
  { identity }: Described,
  number: number,
): Record<keyof typeof KEYS, string | number | null> {
  const { nameKey, firstNameKey } = traitKeys(identity);
  const { birthDate } = identity;
  const year = birthDate.slice(0, 4);
  const [bornFrom, bornTo] = around(birthDate);
  return {
    number,
    org_id: organisationId,
    birth_date: birthDate,
    born_from: bornFrom,
    born_to: bornTo,
    year_from: `${year}-00-00`,
    year_to: `${year}-12-31`,
    // A name that says nothing is no key.
    name_key: nameKey || null,
    first_name_key: firstNameKey || null,
    name_start: nameKey.slice(0, 2) || null,
    birth_place_code: identity.birthPlaceCode === '99999' ? null : identity.birthPlaceCode,
    name_sound: phoneticKey(identity.birthName) || null,
    sex: identity.sex,
  };
}

/** The days of birth around one; a partial one takes those of its year and the years beside. */
function around(birthDate: BirthDate): readonly [string, string] {
  const full = !birthDate.endsWith('-00') && parseBirthDate(birthDate);
  const year = Number(birthDate.slice(0, 4));
  if (!full) return [`${year - 1}-00-00`, `${year + 1}-12-31`];
  const at = Date.parse(full);
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return [day(at - APART_DAYS * DAY), day(at + APART_DAYS * DAY)];
}
