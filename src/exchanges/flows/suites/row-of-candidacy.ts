import {
  isMasked,
  OUTCOME_CODES,
  type Candidacy,
  type CandidacyState,
  type CandidacyStateInFiles,
  type Decision,
  type MedicalConclusion,
} from '../../../candidacies/index.js';
import { isCodeOf } from '../../../kernel/index.js';
import type { PersonRecord } from '../../../people/index.js';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import { namingCells } from '../named-row.js';
import type { SUITES } from './flow.js';

type Said = SaidRow<typeof SUITES>;
type Answer = Pick<
  Said,
  | 'etat_candidature'
  | 'date_etat'
  | 'code_suite'
  | 'date_suite'
  | 'date_reexamen'
  | 'niveau_evalue'
  | 'date_incorporation_prevue'
  | 'contingent'
>;

/** A candidacy and what a row needs besides. */
export interface TellableCandidacy {
  readonly candidacy: Candidacy;
  readonly person: PersonRecord;
  readonly reference: string | null;
  readonly unitCode: string;
  readonly missionLocaleCode: string;
  /** The conclusion behind a masked outcome; null where it is not released to the recipient. */
  readonly conclusion: MedicalConclusion | null;
}

const STATES: Readonly<Record<CandidacyState, CandidacyStateInFiles>> = {
  received: 'RECUE',
  'in-evaluation': 'EN_EVALUATION',
  convoked: 'CONVOQUEE',
  decided: 'DECIDEE',
  closed: 'CLOSE',
};

const NO_ANSWER = {
  code_suite: null,
  date_suite: null,
  date_reexamen: null,
  niveau_evalue: null,
  date_incorporation_prevue: null,
  contingent: null,
} as const;

/** The row that tells a mission locale where a candidacy stands; null when nothing names the file. */
export function rowOfCandidacy(told: TellableCandidacy): Said | null {
  const naming = namingCells(told);
  return naming && { ...naming, ...answerOf(told.candidacy, told.conclusion) };
}

function answerOf(candidacy: Candidacy, conclusion: MedicalConclusion | null): Answer {
  const { decision, state, stateOn } = candidacy;
  const undecided = { ...NO_ANSWER, etat_candidature: STATES[state], date_etat: stateOn };
  if (!decision || (state !== 'decided' && state !== 'closed')) return undecided;
  const shown = isMasked(decision) ? conclusion : decision;
  // A conclusion that is not released looks like any file closed without a decision.
  if (!shown || !isCodeOf(OUTCOME_CODES, shown.code)) {
    return { ...undecided, etat_candidature: 'CLOSE' };
  }
  return {
    ...undecided,
    ...outcomeOf(decision),
    code_suite: shown.code,
    date_reexamen: shown.reexaminationOn,
    date_etat: decision.decidedOn > stateOn ? decision.decidedOn : stateOn,
  };
}

function outcomeOf(decision: Decision) {
  return {
    date_suite: decision.decidedOn,
    niveau_evalue: decision.assessedLevel,
    date_incorporation_prevue: decision.plannedIncorporationOn,
    contingent: contingentOf(decision),
  };
}

/** Someone retained has a contingent: by default, that of the month of arrival. */
function contingentOf({ code, contingent, plannedIncorporationOn }: Decision): string | null {
  if (code !== 'APTE_RETENU') return contingent;
  return contingent ?? plannedIncorporationOn?.slice(0, 7) ?? null;
}
