import { spreadsheetText } from '../../../platform/csv/index.js';
import { shownDetail, type JournalLine } from '../../domain/journal.js';
import { actorWords, commandWords, RESOURCE_WORDS, RESULT_WORDS } from './journal-words.js';

export const JOURNAL_HEADER = [
  'Instant (UTC)',
  'Organisme',
  'Action',
  'Code de l’action',
  'Résultat',
  'Détail',
  'Par',
  'Identifiant du compte',
  'Voie',
  'Objet',
  'Identifiant de l’objet',
] as const;

/** A line of the export: instants as ISO, so that a spreadsheet sorts them. */
export function journalExportRow(line: JournalLine): string[] {
  return [
    line.recordedAt,
    line.organisationCode,
    commandWords(line.command),
    line.command,
    RESULT_WORDS[line.result].label,
    shownDetail(line),
    actorWords(line.actorType, line.actingRole),
    line.actorId,
    line.channel,
    RESOURCE_WORDS[line.resourceType] ?? line.resourceType,
    line.resourceId,
  ].map(spreadsheetText);
}
