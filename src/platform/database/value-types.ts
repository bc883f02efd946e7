import { types } from 'pg';

const OID_INT8 = 20;
const OID_DATE = 1082;
const OID_TIMESTAMPTZ = 1184;

type Parser = (value: string) => unknown;

const asText: Parser = (value) => value;
const asInstant: Parser = (value) => new Date(value).toISOString();
const asNumber: Parser = (value) => Number(value);

const PARSERS = new Map<number, Parser>([
  // A civil day is not an instant: `pg` would shift it by the zone of the process.
  [OID_DATE, asText],
  [OID_TIMESTAMPTZ, asInstant],
  [OID_INT8, asNumber],
]);

/**
 * How our pools read PostgreSQL values: days as `YYYY-MM-DD`, instants as ISO text in UTC,
 * bigints as numbers (ours stay far below 2^53). Per pool, so that other users of `pg` in the
 * process keep the driver's defaults.
 */
export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
    const own = format === 'binary' ? undefined : PARSERS.get(oid);
    return own ?? (types.getTypeParser(oid, format ?? 'text') as Parser);
  },
};
