import { randomInt } from 'node:crypto';
import { referralReference, type LocalDate } from '../../kernel/index.js';
import { answerRow, decided, examined } from './answer-rows.js';
import type { CandidacyAnswer, Page } from './api-answers.js';
import type { SheetRow } from './exchange-sheet.js';
import type { PartnerClient } from './partner-client.js';
import type { PlayedRow } from './play-sheet.js';

/** Under the reference of another: a person has to look at it. */
const SOMEBODY_ELSE = {
  nom_naissance: 'TOUTAUTRE',
  prenom_1: 'Personne',
  date_naissance: '2001-01-01',
} as const;

const OPEN = ['received', 'in-evaluation', 'convoked'];

/** The candidacies a unit has to answer, the oldest first. */
export async function openCandidacies(partner: PartnerClient): Promise<readonly CandidacyAnswer[]> {
  const pages = await Promise.all(
    OPEN.map((state) =>
      partner.get<Page<CandidacyAnswer>>(`/api/v1/candidacies?state=${state}&limit=100`),
    ),
  );
  const all = pages.flatMap(({ items }) => items);
  return all.toSorted((one, other) => (one.stateOn < other.stateOn ? -1 : 1));
}

/**
 * The answers of a month: two decided, one taken under examination, the others as they are; one with a
 * day that does not exist, one under another person's name, and one for a referral nobody knows.
 */
export function answerRows(
  unit: string,
  candidacies: readonly CandidacyAnswer[],
  today: LocalDate,
): PlayedRow[] {
  const rows = candidacies.map((candidacy) => answerRow(unit, candidacy, today));
  const right = rows.map((row, index) => progressed(row, index, today));
  const last = right.length - 1;
  const played = right.map((row, index): PlayedRow => {
    if (index === 3) return { sent: { ...row, date_etat: impossible(today) }, right: row };
    if (index === last) return { sent: { ...row, ...SOMEBODY_ELSE }, right: row };
    return { sent: row, right: row };
  });
  const [model] = rows;
  return model ? [...played, { sent: unknown(model, today), right: null }] : played;
}

function progressed(row: SheetRow, index: number, today: LocalDate): SheetRow {
  if (index === 0) return decided(row, 'APTE_RETENU', today);
  if (index === 1) return decided(row, 'INAPTE_TEMPORAIRE', today);
  return index === 2 ? examined(row, today) : row;
}

function impossible(today: LocalDate): string {
  return `${today.slice(0, 4)}-02-31`;
}

/** A reference that is well formed and belongs to nobody. */
function unknown(model: SheetRow, today: LocalDate): SheetRow {
  const year = Number(today.slice(0, 4));
  return {
    ...model,
    reference_orientation: referralReference(year, `ZZ${String(randomInt(1e6)).padStart(6, '0')}`),
    numero_dossier_unite: `INCONNU-${randomInt(1e9)}`,
    etat_candidature: 'RECUE',
  };
}
