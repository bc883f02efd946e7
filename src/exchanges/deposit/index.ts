export { checkEnvelope } from './check-envelope.js';
export { checkHeader } from './check-header.js';
export type { HeaderCheck } from './check-header.js';
export { ControlSum, controlSum } from './control-sum.js';
export { csvDoorFault, csvDoorNotices } from './csv-door-faults.js';
export type { Envelope, MeasuredFile, SchemaVersion } from './envelope.js';
export {
  EXCHANGE_MODES,
  FILE_EXTENSIONS,
  FILE_NATURES,
  fileNameOf,
  manifestNameOf,
  parseFileName,
  parsePeriod,
} from './file-name.js';
export type {
  ExchangeMode,
  FileExtension,
  FileNameParts,
  FileNameReading,
  FileNature,
} from './file-name.js';
export { isKeptNowhere, NO_BYTES } from './kept-nowhere.js';
export { makeManifest } from './make-manifest.js';
export { ROW_TYPES } from './manifest.js';
export type {
  Manifest,
  ManifestConfirmation,
  ManifestFile,
  ManifestTotals,
  RowType,
} from './manifest.js';
export { parseManifest } from './parse-manifest.js';
export type { ManifestReading } from './parse-manifest.js';
export { measureFile, sealFile } from './measure-file.js';
export type { FileMeasure, FileSeal, FileSource } from './measure-file.js';
export { checkSequence } from './check-sequence.js';
export type { SequenceCheck, SequencedFile } from './check-sequence.js';
export { checkBytes } from './check-totals.js';
export { checkColumns } from './check-columns.js';
export type { EarlierRates, PhotoRates } from './check-columns.js';
export { checkVolume } from './check-volume.js';
export { EARLIER_PHOTOS } from './usual.js';
export { checkSlot } from './check-slot.js';
export type { SlotWindow } from './check-slot.js';
export { isReplacement, replacedBelow, toldState } from './slot-version.js';
export type { SlotFile } from './slot-version.js';
