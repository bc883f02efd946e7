import { randomInt } from 'node:crypto';
import { addDays, type LocalDate } from '../../kernel/index.js';
import type { CandidacyAnswer } from './api-answers.js';
import type { SheetRow } from './exchange-sheet.js';

const STATES: Readonly<Record<string, string>> = {
  received: 'RECUE',
  'in-evaluation': 'EN_EVALUATION',
  convoked: 'CONVOQUEE',
};

/** The candidacy as it stands, as a row of SUI. */
export function answerRow(unit: string, candidacy: CandidacyAnswer, today: LocalDate): SheetRow {
  const series = unit.slice(unit.indexOf('-') + 1);
  const drawn = `${series}-${today.slice(0, 4)}-9${String(randomInt(1_000_000)).padStart(6, '0')}`;
  return {
    reference_orientation: candidacy.reference ?? '',
    numero_dossier_unite: candidacy.unitFileNumber ?? drawn,
    code_structure: candidacy.missionLocale?.code ?? '',
    code_unite: unit,
    identifiant_imilo: candidacy.youngPerson?.imiloId ?? '',
    origine_candidature: 'ML',
    nom_naissance: candidacy.youngPerson?.birthName ?? '',
    prenom_1: candidacy.youngPerson?.firstNames[0] ?? '',
    date_naissance: candidacy.youngPerson?.birthDate ?? '',
    etat_candidature: STATES[candidacy.state] ?? 'RECUE',
    date_etat: candidacy.stateOn,
  };
}

/** The same file, decided the day before: retained, or not fit for the moment. */
export function decided(row: SheetRow, code: string, today: LocalDate): SheetRow {
  const on = addDays(today, -1);
  const incorporation = addDays(today, 45);
  const isRetained = code === 'APTE_RETENU';
  return {
    ...row,
    etat_candidature: 'DECIDEE',
    date_etat: on,
    code_suite: code,
    date_suite: on,
    niveau_evalue: 'EFFICACE',
    date_reexamen: code === 'INAPTE_TEMPORAIRE' ? addDays(on, 120) : '',
    date_incorporation_prevue: isRetained ? incorporation : '',
    contingent: isRetained ? incorporation.slice(0, 7) : '',
  };
}

/** The same file, one step further. */
export function examined(row: SheetRow, today: LocalDate): SheetRow {
  return { ...row, etat_candidature: 'EN_EVALUATION', date_etat: addDays(today, -1) };
}
