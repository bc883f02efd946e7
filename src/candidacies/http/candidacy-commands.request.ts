import type { LocalDate } from '../../kernel/index.js';
import {
  CodeOf,
  Day,
  OptionalCodeOf,
  OptionalDay,
  OptionalText,
} from '../../platform/fields/index.js';
import type { OutcomeInput } from '../domain/candidacy.rules.js';
import {
  ASSESSED_LEVELS,
  OUTCOME_CODES,
  type AssessedLevel,
  type OutcomeCode,
} from '../domain/code-lists.js';

const FILE_NUMBER = {
  max: 30,
  pattern: /^[A-Z0-9/-]{3,30}$/,
  shape: '3 à 30 capitales, chiffres, tirets ou barres',
  about: 'Numéro du dossier dans l’unité',
};

/** What the column `contingent` of SUI takes (exchange.md 7.a): the file made from the answer must pass. */
const CONTINGENT = {
  max: 30,
  isFree: true,
  pattern: /^(?:[A-Za-zÀ-ÖØ-öø-ɏʻʼḀ-ỿ0-9][A-Za-zÀ-ÖØ-öø-ɏʻʼḀ-ỿ0-9 '’.,/()°:«»&–-]*)$/,
  shape: 'lettres, chiffres et ponctuation courante',
  about: 'Contingent ; par défaut le mois d’incorporation',
};

/** Body of the commands that say only when: evaluate, convoke, reopen, close. */
export class DatedCommandRequest {
  @OptionalDay({ about: 'Jour de l’acte, aujourd’hui par défaut' })
  readonly effectiveOn?: LocalDate | null;
}

/** Body of `acknowledge`. */
export class AcknowledgeRequest extends DatedCommandRequest {
  @OptionalText(FILE_NUMBER)
  readonly unitFileNumber?: string | null;
}

/** Body of `decide` (exchange.md 7.a, SUI). */
export class DecideRequest {
  @CodeOf(OUTCOME_CODES)
  readonly code: OutcomeCode;

  @Day({ about: 'Jour de la décision' })
  readonly decidedOn: LocalDate;

  @OptionalDay({ about: 'Retour possible à partir de (ajournement, inaptitude temporaire)' })
  readonly reexaminationOn?: LocalDate | null;

  @OptionalCodeOf(ASSESSED_LEVELS)
  readonly assessedLevel?: AssessedLevel | null;

  @OptionalDay({ about: 'Incorporation prévue, exigée quand le candidat est retenu' })
  readonly plannedIncorporationOn?: LocalDate | null;

  @OptionalText(CONTINGENT)
  readonly contingent?: string | null;

  @OptionalText(FILE_NUMBER)
  readonly unitFileNumber?: string | null;
}

/** The outcome of a validated body; a level that is not given was not evaluated. */
export function toOutcome(request: DecideRequest): OutcomeInput {
  return {
    code: request.code,
    decidedOn: request.decidedOn,
    reexaminationOn: request.reexaminationOn ?? null,
    assessedLevel: request.assessedLevel ?? 'NON_EVALUE',
    plannedIncorporationOn: request.plannedIncorporationOn ?? null,
    contingent: request.contingent ?? null,
  };
}
