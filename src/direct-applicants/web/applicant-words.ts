import { labelOf, type LocalDate } from '../../kernel/index.js';
import { ASSESSED_LEVELS, type AssessedLevel } from '../../candidacies/index.js';
import { longDate, typeset } from '../../platform/french/index.js';
import type { Organisation } from '../../organisations/index.js';
import type { Choice, Fact } from '../../platform/pages/index.js';
import type { DirectState } from '../domain/direct-applicant.js';
import type { DirectApplicantView } from '../http/direct-applicant.view.js';

export const APPLICANTS_PATH = '/candidats-directs';
/** Where one is recorded. */
export const RECORD_PATH = `${APPLICANTS_PATH}/nouveau`;
/** The trail above these pages. */
export const APPLICANT_CRUMBS = [{ href: APPLICANTS_PATH, label: 'Candidats directs' }];

/** The page of an applicant, or one of the pages below it. */
export function applicantPath(id: string, below = ''): string {
  return `${APPLICANTS_PATH}/${id}${below === '' ? '' : `/${below}`}`;
}

/** Who works with direct applicants on the pages: the same people as by the API. */
export const RECORDERS = { roles: ['recruiter', 'insertion-officer', 'unit-manager'] } as const;
export const ANSWERERS = { roles: ['ml-adviser', 'ml-manager'] } as const;
export const PAGE_READERS = { roles: [...RECORDERS.roles, ...ANSWERERS.roles] } as const;

/** Those that a unit may choose from: none that has an end. */
export function choicesInForce(all: readonly Organisation[]): readonly Choice[] {
  return all
    .filter(({ validTo }) => validTo === null)
    .map(({ code, usualName }) => ({ value: code, label: usualName }));
}

/** What a file or a software may tell besides what the form asks for; a correction by page keeps it. */
export function alsoKnown(person: NonNullable<DirectApplicantView['youngPerson']>): Fact[] {
  const { birthPlaceLabel, birthPlaceCode, assessedLevel: level, priorityDistrict } = person;
  const facts: Fact[] = [
    { label: 'Lieu de naissance', value: birthPlaceLabel ?? birthPlaceCode },
    {
      label: 'Niveau scolaire évalué',
      value: level === null ? null : labelOf(ASSESSED_LEVELS, level as AssessedLevel),
    },
    { label: 'Quartier prioritaire', value: priorityDistrict },
  ];
  return facts.filter(({ value }) => value !== null);
}

/** How each state reads, in three words at most. */
export const STATE_WORDS: Readonly<Record<DirectState, string>> = {
  'to-assign': 'À affecter',
  'outside-network': 'Hors du réseau',
  invited: 'Invité par lettre',
  announced: 'Annoncé',
  answered: 'Réponse donnée',
  withdrawn: 'Retiré',
};

/** Who it is, as far as an agreement lets it be said. */
export function nameWords({ youngPerson, unitFileNumber }: DirectApplicantView): string {
  if (!youngPerson) return `Dossier ${unitFileNumber}`;
  return `${youngPerson.birthName} ${youngPerson.firstNames[0] ?? ''}`.trim();
}

/** By when the mission locale answers, or the unit chooses one. */
export function dueWords({ dueOn }: DirectApplicantView): string {
  return dueOn === null ? '–' : longDate(dueOn as LocalDate);
}

/** Where the invitation stands and what comes next, in one sentence. */
export function standingWords(view: DirectApplicantView): string {
  const place = view.missionLocale?.name ?? '';
  const words: Readonly<Record<string, string>> = {
    'to-assign': `La commune ne désigne pas une seule mission locale : l’unité en choisit une${view.dueOn === null ? '' : ` avant le ${dueWords(view)}`}.`,
    'outside-network':
      'Il n’y a pas de mission locale du réseau dans ce territoire : la lettre le dit et l’invitation s’arrête là.',
    invited: `La lettre invite à contacter ${place}. Sans accord ni convention, rien d’autre ne passe.`,
    announced: `${place} : identité transmise, réponse attendue avant le ${dueWords(view)}.`,
    answered: `${place} : réponse reçue.`,
    withdrawn: 'L’unité a retiré ce candidat : son identité est effacée.',
  };
  return typeset(words[view.state] ?? '');
}
