import { phoneticKey } from '../../../dist/people/domain/phonetic-key.js';
import { firstNameKeys, surnameKeys } from '../../../dist/people/index.js';
import { inBulk } from './bulk.mjs';

const SYLLABLES =
  'ba,bo,ca,chi,da,de,fa,fon,ga,gri,ho,ja,la,le,lou,ma,mon,na,pa,ri,ro,sa,ti,va,vé'.split(',');
const ENDINGS = 'ard,eau,ette,ier,in,on,ou,rel'.split(',');

/** 5,000 surnames and 200 first names of invention: few are borne by many, as in life. */
const SURNAMES = SYLLABLES.flatMap((one) =>
  SYLLABLES.flatMap((two) => ENDINGS.map((end) => capital(one + two + end))),
);
const GIVEN_NAMES = SYLLABLES.flatMap((one) => ENDINGS.map((end) => capital(one + end)));

/**
 * `count` young people on the files of one organisation, by set-based SQL, always the same ones: born
 * over ten years, in 2,000 communes. Frequencies fall as the square of a rank, since names are shared
 * unevenly and blocks are as large as names are common.
 */
export async function fillOneScope({ owner }, count, organisation) {
  await inBulk(owner, ['app.young_person'], () => insertPeople(owner, count, organisation));
}

async function insertPeople(owner, count, { id }) {
  await owner.query(
    `insert into app.young_person (id, org_id, birth_name, first_names, sex, birth_date,
       birth_place_code, name_key, name_sound, first_name_key, imilo_id)
     select md5('person ' || n)::uuid, $1, ($2::text[])[s], array[($5::text[])[f]],
       case when n % 2 = 0 then 'F' else 'M' end,
       to_char(date '1998-01-01' + (3650 * d)::int, 'YYYY-MM-DD'),
       lpad((10001 + floor(2000 * c * c))::int::text, 5, '0'),
       ($3::text[])[s], ($4::text[])[s], ($6::text[])[f],
       case when n % 2 = 0 then (10000000 + n)::text end
     from (select n, ${part(1)} as d, ${part(2)} as c,
         1 + floor(cardinality($2::text[]) * power(${part(3)}, 2))::int as s,
         1 + floor(cardinality($5::text[]) * power(${part(4)}, 2))::int as f
       from generate_series(1, $7::bigint) n) g`,
    [
      id,
      SURNAMES,
      SURNAMES.map((name) => surnameKeys(name).key),
      SURNAMES.map(phoneticKey),
      GIVEN_NAMES,
      GIVEN_NAMES.map((name) => [...firstNameKeys([name])][0]),
      count,
    ],
  );
}

/** A number from 0 to 1 that depends on `n` and the seed alone. */
function part(seed) {
  return `((hashint8extended(n, ${seed}) & 65535) / 65536.0)::float8`;
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
