import type { LocalDate } from '../../kernel/index.js';
import { rowsOf, type SqlValue } from '../../platform/database/index.js';
import type { NamedReturn, ReturnKey } from '../use-cases/ports.js';
import { FILE_NUMBER, LISTED, PERSON, SELECTED, toEpisode, type ReturnRow } from './return-rows.js';

const KEYS = `join unnest($1::uuid[], $2::text[], $3::date[]) k (unit_id, number, named_on)
  on t.unit_id = k.unit_id and ${FILE_NUMBER} = k.number`;
const BY_KEY = 'k.named_on';
const NAMED_NOW = `${KEYS} and t.ends_on = k.named_on`;
// The unit corrected the day since: an answer to what it told before answers to the same exit, unless that
// one was taken back, and somebody left once more. Until then there is no other exit to answer to.
const NAMED_THEN = `${KEYS} where exists (select from app.return_transition w
    where w.episode_id = t.id and w.ends_on = k.named_on and w.cause is not null and w.to_state <> 'prepared'
      and (t.cause is null or not exists (select from app.return_transition n
        where n.episode_id = t.id and n.cause is null and n.recorded_at > w.recorded_at)))`;
const LATEST_LAST = `order by (t.state in ('prepared', 'open', 'acknowledged')), t.created_at, t.version`;

/** Those of these keys, by the day that their exit has now, else by one that the unit corrected since. */
export async function returnsNamed(keys: readonly ReturnKey[]): Promise<NamedReturn[]> {
  const found = await namedReturns(`${NAMED_NOW} ${LATEST_LAST}`, valuesOf(keys), BY_KEY);
  const known = new Set(found.map(textOfKey));
  const unknown = keys.filter((key) => !known.has(textOfKey(key)));
  if (unknown.length === 0) return found;
  const then = await namedReturns(`${NAMED_THEN} ${LATEST_LAST}`, valuesOf(unknown), BY_KEY);
  return [...then, ...found];
}

type NamedRow = ReturnRow & {
  named_on: LocalDate;
  candidacy_id: string;
  person_id: string;
  unit_file_number: string;
  reference: string | null;
};

function valuesOf(keys: readonly ReturnKey[]): SqlValue[] {
  return [
    keys.map(({ unitId }) => unitId),
    keys.map(({ unitFileNumber }) => unitFileNumber),
    keys.map(({ endsOn }) => endsOn),
  ];
}

function textOfKey({ unitId, unitFileNumber, endsOn }: ReturnKey): string {
  return [unitId, unitFileNumber, endsOn].join('|');
}

/**
 * Returns with what names them, as the scope of the caller shows them.
 * @param namedOn SQL of the day that names them
 */
export async function namedReturns(
  condition: string,
  values: SqlValue[],
  namedOn = 't.ends_on',
): Promise<NamedReturn[]> {
  const rows = await rowsOf<NamedRow>(
    `select ${SELECTED}, ${namedOn}::text as named_on, coalesce(v.candidacy_id, t.id) as candidacy_id, ${PERSON} as person_id,
       ${FILE_NUMBER} as unit_file_number, f.reference
     ${LISTED} ${condition}`,
    values,
  );
  return rows.map((row) => ({
    episode: toEpisode(row),
    unitId: row.unit_id,
    unitFileNumber: row.unit_file_number,
    endsOn: row.named_on,
    candidacyId: row.candidacy_id,
    personId: row.person_id,
    reference: row.reference,
  }));
}
