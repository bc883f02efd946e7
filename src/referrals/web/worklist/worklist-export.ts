import { listedName } from '../../../people/index.js';
import { spreadsheetText } from '../../../platform/csv/index.js';
import type { ReferralState } from '../../domain/referral.js';
import type { ReferralView } from '../../http/referral.view.js';
import { STATE_WORDS } from '../referral-words.js';

export const EXPORT_HEADER = [
  'Référence',
  'Jeune',
  'Date de naissance',
  'Unité',
  'État',
  'Transmise le',
  'Code de la réponse',
  'Réponse',
  'Décision du',
] as const;

/** A line of the export: dates as ISO, so that a spreadsheet sorts them; nothing that calculates. */
export function exportRow(row: ReferralView, outcomeLabel: (code: string) => string): string[] {
  const { youngPerson, outcome } = row;
  return [
    row.reference,
    listedName(youngPerson),
    youngPerson?.birthDate ?? '',
    row.unit.name,
    STATE_WORDS[row.state as ReferralState].label,
    row.referredOn ?? '',
    outcome?.code ?? '',
    outcome ? outcomeLabel(outcome.code) : '',
    outcome?.decidedOn ?? '',
  ].map(spreadsheetText);
}
