import { addDays, type LocalDate } from '../../kernel/index.js';
import type { AskedMilestone, Page } from './api-answers.js';
import type { SheetRow } from './exchange-sheet.js';
import { leaverCells } from './leaver-cells.js';
import type { PartnerClient } from './partner-client.js';
import type { PlayedRow } from './play-sheet.js';

/** Milestones that a mission locale answers by file in one month. */
const MOST = 6;

/**
 * DEV: what became of those of whom it is asked now. One young person did not reply; one row has an
 * observation to come, one a source that contradicts its situation.
 */
export async function followUpRows(partner: PartnerClient, today: LocalDate): Promise<PlayedRow[]> {
  const path = `/api/v1/follow-ups?state=open&limit=${MOST}`;
  const { items } = await partner.get<Page<AskedMilestone>>(path);
  return items
    .filter(({ unitFileNumber }) => unitFileNumber !== null)
    .map((one, index): PlayedRow => {
      const right = rowOf(partner.organisation, one, today, index === 1);
      if (index === 0) return { sent: { ...right, date_observation: addDays(today, 5) }, right };
      return { sent: index === 2 ? { ...right, source: 'SANS_REPONSE' } : right, right };
    });
}

function rowOf(
  structure: string,
  asked: AskedMilestone,
  today: LocalDate,
  isSilent: boolean,
): SheetRow {
  return {
    ...leaverCells(structure, asked),
    date_sortie: asked.exitedOn,
    jalon: asked.milestone,
    date_observation: today,
    situation: isSilent ? 'NON_CONNU' : 'CDD_6P',
    source: isSilent ? 'SANS_REPONSE' : 'DECLARATIF',
  };
}
