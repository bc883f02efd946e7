import { listedName } from '../../../people/index.js';
import { spreadsheetText } from '../../../platform/csv/index.js';
import type { MonthRow } from '../../use-cases/consult-month.js';
import { extensionState, STANDING_WORDS, warningWords } from '../cej-words.js';
import type { MonthContent } from './month.presenter.js';

export const EXPORT_HEADER = [
  'Jeune',
  'Date de naissance',
  'Dispositif',
  'Situation',
  'Début',
  'Fin prévue',
  'Prolongation motivée jusqu’au',
  'Fin réelle',
  'Terme',
  'Jours restants',
  'Unité',
  'Incorporation',
  'Fin prévue du service',
  'Sortie',
  'Prolongation calculée',
  'État de la prolongation calculée',
  'À surveiller',
] as const;

/** A line of the export: dates as ISO, so that a spreadsheet sorts them; nothing that calculates. */
export function exportRow(
  { contract, standing, warnings, summary }: MonthRow,
  { people, unitName }: Pick<MonthContent, 'people' | 'unitName'>,
): string[] {
  const { extension } = standing;
  const services = summary.services.toSorted((one, other) =>
    one.incorporatedOn < other.incorporatedOn ? -1 : 1,
  );
  const service = services.at(-1);
  return [
    listedName(people.get(contract.personId)?.identity ?? null),
    summary.birthDate,
    contract.scheme,
    STANDING_WORDS[standing.standing].label,
    contract.startsOn,
    contract.plannedEndOn,
    contract.extension?.until ?? '',
    contract.end?.endedOn ?? '',
    standing.term,
    String(standing.daysLeft),
    service ? unitName(service.unitId) : '',
    service?.incorporatedOn ?? '',
    service?.plannedEndOn ?? '',
    service?.exitedOn ?? '',
    extension?.until ?? '',
    extension ? extensionState(extension) : '',
    warnings.map(warningWords).join(' '),
  ].map(spreadsheetText);
}
