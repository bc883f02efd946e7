import { addDays, parseLocalDate, type LocalDate } from '../../kernel/index.js';
import type { InvitedAnswer, Page, ReturnAnswer } from './api-answers.js';
import type { SheetRow } from './exchange-sheet.js';
import { leaverCells } from './leaver-cells.js';
import type { PartnerClient } from './partner-client.js';
import type { PlayedRow } from './play-sheet.js';

/** Returns that a mission locale tells of in one month. */
const MOST = 6;

/**
 * The replies of a month to those whom nobody took up yet: one reached, one who did not answer, the
 * others met; one with a contact to come, one under another day than that of the exit.
 */
export async function replyRows(partner: PartnerClient, today: LocalDate): Promise<PlayedRow[]> {
  const path = `/api/v1/returns?state=open&limit=${MOST}`;
  const { items } = await partner.get<Page<ReturnAnswer>>(path);
  const rows = items
    .filter(({ unitFileNumber, endsOn }) => unitFileNumber !== null && endsOn <= today)
    .map((one, index) => replyRow(partner.organisation, one, today, CODES[index] ?? 'RDV_PRIS'));
  const last = rows.length - 1;
  const onReturns = rows.map((row, index): PlayedRow => {
    if (index === 2) return { sent: { ...row, date_contact: addDays(today, 5) }, right: row };
    if (index === last) return { sent: { ...row, date_sortie: dayBefore(row) }, right: row };
    return { sent: row, right: row };
  });
  return [...onReturns, ...(await invitationRows(partner, today))];
}

/** The replies to those who applied to a unit on their own: one of them is met. */
async function invitationRows(partner: PartnerClient, today: LocalDate): Promise<PlayedRow[]> {
  const path = `/api/v1/direct-applicants?state=announced&limit=2`;
  const { items } = await partner.get<Page<InvitedAnswer>>(path);
  return items.map((one, index): PlayedRow => {
    const row: SheetRow = {
      ...leaverCells(partner.organisation, { ...one, reference: null }),
      identifiant_imilo: '',
      flux_origine: 'DIR',
      date_contact: today,
      code_prise_en_charge: index === 0 ? 'RDV_PRIS' : 'CONTACTE_SANS_RETOUR',
    };
    return { sent: row, right: row };
  });
}

const CODES = ['RDV_PRIS', 'CONTACTE_SANS_RETOUR', 'DEJA_ACCOMPAGNE'] as const;

function replyRow(
  structure: string,
  answer: ReturnAnswer,
  today: LocalDate,
  code: string,
): SheetRow {
  return {
    ...leaverCells(structure, answer),
    flux_origine: 'SOR',
    date_sortie: answer.endsOn,
    date_contact: today,
    code_prise_en_charge: code,
  };
}

/** A day that is nobody's exit: the mission locale copied it wrongly. */
function dayBefore(row: SheetRow): string {
  const exit = parseLocalDate(row['date_sortie'] ?? '');
  return exit ? addDays(exit, -1) : '';
}
