/** Of ten rows: six are as on file, the others are wrong in one place. */
const MISTAKES = [
  ({ identity }) => ({ birthName: identity.birthName.slice(0, -1) }),
  ({ identity }) => ({ firstNames: [`${identity.firstNames[0]}a`] }),
  ({ identity }) => ({ birthDate: exchanged(identity.birthDate) }),
  ({ identity }) => ({ birthPlaceCode: identity.birthPlaceCode === '10001' ? '10002' : '10001' }),
];

/** `count` descriptions without a number, of people spread over those on file. */
export async function describedPeople({ owner }, count, population) {
  const { rows } = await owner.query(
    `select birth_name as "birthName", first_names as "firstNames", sex, birth_date as "birthDate",
       birth_place_code as "birthPlaceCode"
     from generate_series(1, $1::bigint) n
     join app.young_person on id = md5('person ' || (1 + n * 7919 % $2::bigint))::uuid order by n`,
    [count, population],
  );
  return rows.map((row, at) => described(row, MISTAKES[(at % 10) - 6]));
}

function described(row, mistake) {
  const identity = { ...row, usageName: null, birthPlaceLabel: null };
  const contact = {
    phone: null,
    email: null,
    street: null,
    addressComplement: null,
    postalCode: null,
    communeCode: null,
    priorityDistrict: null,
  };
  return { imiloId: null, identity: { ...identity, ...mistake?.({ identity }) }, contact };
}

/** Day and month the wrong way round, or a day beside when that is no date or the same one. */
function exchanged(birthDate) {
  const [year, month, day] = birthDate.split('-');
  if (day <= '12' && day !== month) return `${year}-${day}-${month}`;
  return `${year}-${month}-${day === '15' ? '16' : '15'}`;
}
