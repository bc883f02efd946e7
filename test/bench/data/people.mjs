import { inBulk } from './bulk.mjs';
import { GIVEN_NAMES, SURNAMES } from './names.mjs';

/**
 * `count` young people of invention, spread over the organisations in turn; always the same ones.
 * Person n (from 1) has the id `md5('person ' || n)` and the i-milo number 10000000 + n.
 */
export async function fillPeople({ owner }, count, organisations) {
  await inBulk(owner, ['app.young_person'], () => insertPeople(owner, count, organisations));
}

/** In the order of `$1`…`$5`: organisations, names and their keys, first names and their keys. */
async function insertPeople(owner, count, organisations) {
  await owner.query(
    `insert into app.young_person (id, org_id, birth_name, first_names, sex, birth_date,
       birth_place_code, name_key, first_name_key, phone, postal_code, commune_code, imilo_id)
     select md5('person ' || n)::uuid,
       ($1::uuid[])[1 + n % cardinality($1::uuid[])],
       ($2::text[])[1 + s], array[($4::text[])[1 + f]], case when n % 2 = 0 then 'F' else 'M' end,
       to_char(date '1999-01-01' + (h % 3200)::int, 'YYYY-MM-DD'),
       '97411', ($3::text[])[1 + s], ($5::text[])[1 + f],
       '06' || lpad((n % 100000000)::text, 8, '0'), '97400', '97411', (10000000 + n)::text
     from (select n, abs(hashint8(n)::bigint) as h from generate_series(1, $6::bigint) n) g,
       lateral (select (h % cardinality($2::text[]))::int as s,
         (h / 7 % cardinality($4::text[]))::int as f) d`,
    [
      organisations.map(({ id }) => id),
      SURNAMES.map(({ name }) => name),
      SURNAMES.map(({ key }) => key),
      GIVEN_NAMES.map(({ name }) => name),
      GIVEN_NAMES.map(({ key }) => key),
      count,
    ],
  );
}
