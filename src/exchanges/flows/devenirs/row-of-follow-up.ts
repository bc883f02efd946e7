import { isWithin, windowOf, type FollowUp, type NamedExit } from '../../../follow-ups/index.js';
import type { PersonRecord } from '../../../people/index.js';
import { EXIT_SITUATIONS, type ExitSituation } from '../../../volunteers/index.js';
import { isCodeOf } from '../../../kernel/index.js';
import type { SaidRow } from '../../delivery/outbound-lines.js';
import type { DEVENIRS } from './flow.js';

type Said = SaidRow<typeof DEVENIRS>;

/** An answer and what a row needs besides. */
export interface TellableFollowUp {
  readonly followUp: FollowUp;
  readonly exit: NamedExit;
  readonly person: PersonRecord;
  readonly missionLocaleCode: string;
  readonly unitCode: string;
}

/** The row that tells a unit what became of somebody; null when a required part is unknown. */
export function rowOfFollowUp(told: TellableFollowUp): Said | null {
  const { followUp, exit, person } = told;
  const { imiloId, identity } = person;
  const { milestone, situation, situationStartedOn, source, observedOn } = followUp;
  // What saw another time, since the exit was corrected, answers nothing any more.
  const isTold = isWithin(windowOf(exit.endsOn, milestone), observedOn);
  if (!imiloId || !exit.unitFileNumber || !isTold || !isSituation(situation)) return null;
  return {
    reference_orientation: exit.reference,
    numero_dossier_unite: exit.unitFileNumber,
    code_structure: told.missionLocaleCode,
    code_unite: told.unitCode,
    identifiant_imilo: imiloId,
    // The unit knows where its own candidate came from.
    origine_candidature: null,
    nom_naissance: identity.birthName,
    prenom_1: identity.firstNames[0] ?? 'SNP',
    date_naissance: identity.birthDate,
    date_sortie: exit.endsOn,
    jalon: milestone,
    date_observation: observedOn,
    situation,
    date_debut_situation: situationStartedOn,
    source,
  };
}

function isSituation(code: string): code is ExitSituation {
  return isCodeOf(EXIT_SITUATIONS, code);
}
