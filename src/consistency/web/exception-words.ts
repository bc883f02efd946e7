import type { Role } from '../../kernel/index.js';
import type { ExceptionRecord, ExceptionRule } from '../domain/exception-rules.js';

export const CONSISTENCY_PATH = '/coherence';

/** Those who can repair what their organisation has to repair. */
export const REPAIRERS: readonly Role[] = [
  'ml-adviser',
  'ml-manager',
  'recruiter',
  'unit-manager',
  'insertion-officer',
];

/** What is wrong, and the act that repairs it. */
export interface RuleWords {
  readonly label: string;
  readonly repair: string;
}

/** A rule as the pages say it. */
export const RULE_WORDS: Readonly<Record<ExceptionRule, RuleWords>> = {
  'incorporation-untold': {
    label: 'Le jour d’incorporation est passé, et rien n’en est dit',
    repair: 'Dire comment s’est passée l’incorporation',
  },
  'incorporation-undated': {
    label: 'Retenu sans jour d’incorporation',
    repair: 'Dire le jour d’incorporation',
  },
  'postponement-undated': {
    label: 'Incorporation reportée, sans jour à venir',
    repair: 'Donner un nouveau jour, ou dire l’absence',
  },
  'end-untold': {
    label: 'La fin du service est passée, sans sortie',
    repair: 'Enregistrer la sortie ou une nouvelle fin',
  },
  'exit-without-return': {
    label: 'Parti sans solution, et personne n’est prévenu',
    repair: 'Enregistrer de nouveau la sortie ou l’absence',
  },
  'attachment-stuck': {
    label: 'Rattachement proposé qui n’aboutit pas',
    repair: 'Retirer la proposition, puis la refaire',
  },
  'return-unattached': {
    label: 'Parti sans mission locale : la date du rattachement est passée',
    repair: 'Proposer le jeune à une mission locale',
  },
  'invitation-unassigned': {
    label: 'Candidat direct que personne n’invite : la date est passée',
    repair: 'Choisir la mission locale',
  },
  'invitation-to-closed': {
    label: 'Candidat direct annoncé à une mission locale qui a fermé',
    repair: 'Corriger : choisir une autre mission locale',
  },
  'referral-without-file': {
    label: 'Orientation transmise que l’unité n’a pas',
    repair: 'Retirer l’orientation et la refaire',
  },
  'sides-differ': {
    label: 'L’orientation et la candidature ne disent pas la même chose',
    repair: 'Demander à l’unité de dire la suite de nouveau',
  },
  'return-while-serving': {
    label: 'Retour à traiter d’un jeune de nouveau en service',
    repair: 'Répondre : nouveau contrat',
  },
  'return-without-exit': {
    label: 'Retour d’un jeune qui est encore en service',
    repair: 'Vérifier avec l’unité, puis classer le retour',
  },
  'two-returns': {
    label: 'Deux retours à traiter pour le même jeune',
    repair: 'Répondre au plus ancien',
  },
  'transfer-stuck': {
    label: 'Transfert proposé qui n’aboutit pas',
    repair: 'Retirer la proposition, puis la refaire',
  },
  'two-services': {
    label: 'En service dans deux unités à la fois',
    repair: 'Demander à l’unité que le jeune a quittée d’enregistrer la sortie',
  },
  'invitation-silent': {
    label: 'Candidat direct annoncé, et rien n’en est dit',
    repair: 'Dire ce que devient le jeune',
  },
};

const PATHS: Readonly<Record<ExceptionRecord, string>> = {
  candidacy: '/volontaires/nouveau',
  volunteer: '/volontaires',
  return: '/retours',
  referral: '/orientations',
  'direct-applicant': '/candidats-directs',
};

/** The page on which an exception is repaired. */
export function repairHref(record: ExceptionRecord, id: string): string {
  return `${PATHS[record]}/${id}`;
}
