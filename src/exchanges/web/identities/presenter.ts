import { counted, longInstant, shortDate, typeset } from '../../../platform/french/index.js';
import { parseLocalDate } from '../../../kernel/index.js';
import type { ComparedValues } from '../../../people/index.js';
import { faultText, isRowFaultCode } from '../../catalogue/index.js';
import type { ReviewFile } from '../../use-cases/consult-identity-reviews.js';
import type { IdentityReview } from '../../use-cases/ports.js';
import type { ComparedTrait } from '../../use-cases/review-traits.js';
import type { StateWords } from '../exchange-words.js';
import { flowTitle } from '../overview/presenter.js';

const STATES: Readonly<Record<IdentityReview['state'], StateWords>> = {
  open: { label: 'À trancher', tone: 'warning' },
  'same-person': { label: 'Même personne', tone: 'success' },
  'different-persons': { label: 'Autre personne', tone: 'neutral' },
  undecidable: { label: 'Non tranchée', tone: 'neutral' },
};

/** A review in the list: it names nobody. */
export interface ReviewLine {
  readonly id: string;
  readonly reason: string;
  readonly what: string;
  readonly state: StateWords;
  readonly opened: string;
  readonly candidates: string;
}

/** A file the row may speak of. */
export interface CandidateWords {
  readonly id: string;
  readonly title: string;
  readonly reasons: readonly string[];
  readonly traits: readonly ComparedValues[];
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/** A review opened to be decided. */
export interface ReviewWords {
  readonly id: string;
  readonly line: ReviewLine;
  readonly fileName: string;
  readonly isOpen: boolean;
  /** As the row was sent; null when its content is no longer kept. */
  readonly sent: readonly (readonly [label: string, value: string])[] | null;
  readonly candidates: readonly CandidateWords[];
}

/** A review as one line of the queue. */
export function reviewLine(review: IdentityReview, timeZone: string): ReviewLine {
  const { id, reason, flow, line, state, openedAt, candidateIds } = review;
  const subject = { title: 'identité', expected: 'l’identité du dossier' };
  const said = isRowFaultCode(reason) ? faultText(reason, null, subject).message : reason;
  return {
    id,
    reason: typeset(said),
    what: `${flowTitle(flow)}, ligne ${line}`,
    state: STATES[state],
    opened: longInstant(openedAt, timeZone),
    candidates: counted(candidateIds.length, 'dossier', 'dossiers'),
  };
}

/** Everything a person looks at to decide. */
export function reviewWords(opened: ReviewFile, timeZone: string): ReviewWords {
  const { review, fileName, sent, candidates } = opened;
  return {
    id: review.id,
    line: reviewLine(review, timeZone),
    fileName: fileName ?? 'Fichier sans nom lisible',
    isOpen: review.state === 'open',
    sent: sent && [
      ['Nom de naissance', sent.birthName || 'vide'],
      ['Premier prénom', sent.firstName || 'vide'],
      ['Naissance', dayWords(sent.birthDate) || 'vide'],
      ['Référence', sent.reference || 'aucune'],
      ['Numéro à l’unité', sent.unitFileNumber || 'aucun'],
    ],
    candidates: candidates.map(candidateWords),
  };
}

const KINDS = { candidacy: 'Candidature', referral: 'Orientation', person: 'Personne' } as const;

function candidateWords(candidate: ReviewFile['candidates'][number], at: number): CandidateWords {
  const { id, kind, reference, unitFileNumber, person, comparison } = candidate;
  const named = reference ?? unitFileNumber;
  return {
    id,
    title: `Dossier ${at + 1} : ${KINDS[kind]}${named === null ? '' : ` ${named}`}`,
    reasons: (comparison?.reasons ?? []).map(typeset),
    traits: (comparison?.traits ?? []).map(traitWords),
    facts: person ? factsOf(person.identity) : [],
  };
}

type Identity = NonNullable<ReviewFile['candidates'][number]['person']>['identity'];

/** Only what helps to tell two people apart. */
function factsOf(identity: Identity): CandidateWords['facts'] {
  const { birthName, usageName, firstNames, birthDate, sex, birthPlaceCode } = identity;
  return [
    ['Nom de naissance', birthName],
    ['Nom d’usage', usageName ?? 'aucun'],
    ['Prénoms', firstNames.join(', ')],
    ['Naissance', dayWords(birthDate)],
    ['Sexe', sex ?? 'inconnu'],
    ['Lieu de naissance', birthPlaceCode ?? 'inconnu'],
  ];
}

function traitWords({ trait, kinship, weight, sent, onFile }: ComparedTrait): ComparedValues {
  return { trait, kinship, weight, sides: [sent, onFile] };
}

/** A day as people write it; a date that is only partly known stays as it is. */
function dayWords(text: string): string {
  const day = parseLocalDate(text);
  return day ? shortDate(day) : text;
}
