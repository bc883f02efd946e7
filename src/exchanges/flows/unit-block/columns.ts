import type { RowOfColumns } from '../../flow/index.js';
import {
  CONTROL_IDENTITY,
  LINE_BLOCK,
  imiloId,
  origin,
  referralReference,
  structureCode,
  unitCode,
  unitFileNumber,
} from '../../flow/index.js';

const FROM_MISSION_LOCALE = {
  required: false,
  requiredIf: 'origine_candidature est ML',
} as const;

/** How every row of a unit begins: blocks L and K, then the control identity (exchange.md 7.a). */
export const UNIT_KEY_COLUMNS = [
  ...LINE_BLOCK,
  referralReference(FROM_MISSION_LOCALE),
  unitFileNumber({ required: true }),
  structureCode(FROM_MISSION_LOCALE),
  unitCode(),
  imiloId({ required: false }),
  origin(),
  ...CONTROL_IDENTITY,
] as const;

/** What every row of a unit says of the file it means. */
export type NamingRow = RowOfColumns<typeof UNIT_KEY_COLUMNS>;
