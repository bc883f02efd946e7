import type { RowOfColumns } from '../../flow/index.js';
import {
  CONTROL_IDENTITY,
  LINE_BLOCK,
  imiloId,
  optionalOrigin,
  referralReference,
  structureCode,
  unitCode,
  unitFileNumber,
} from '../../flow/index.js';

/**
 * How every row of a mission locale begins that answers to what a unit told: blocks L and K, then the
 * control identity (exchange.md 7.a).
 */
export const REPLYING_KEY_COLUMNS = [
  ...LINE_BLOCK,
  referralReference({ required: false, requiredIf: 'origine_candidature est ML' }),
  unitFileNumber({ required: true }),
  structureCode({ required: true }),
  unitCode(),
  imiloId({ required: true }),
  optionalOrigin(),
  ...CONTROL_IDENTITY,
] as const;

/** The same where somebody whom the mission locale never met may be spoken of. */
export const INVITED_KEY_COLUMNS = [
  ...LINE_BLOCK,
  referralReference({ required: false, requiredIf: 'origine_candidature est ML' }),
  unitFileNumber({ required: true }),
  structureCode({ required: true }),
  unitCode(),
  imiloId({ required: false, requiredIf: 'flux_origine est SOR' }),
  optionalOrigin(),
  ...CONTROL_IDENTITY,
] as const;

/** What every such row says of the file it answers to. */
export type ReplyingRow = RowOfColumns<typeof INVITED_KEY_COLUMNS>;
