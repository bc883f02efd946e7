import type { CandidacyCommand } from '../../domain/candidacy.machine.js';

/** An act of the unit that says no more than when. */
export interface DatedAct {
  readonly command: CandidacyCommand;
  readonly title: string;
  readonly button: string;
  readonly about: string;
  readonly dateLabel: string;
  readonly notice: string;
  /** The same for somebody who applied without a mission locale: nobody else is told. */
  readonly direct?: { readonly about: string; readonly notice: string };
}

/** By the last part of their address. */
export const DATED_ACTS: Readonly<Record<string, DatedAct>> = {
  'accuse-reception': {
    command: 'acknowledge',
    title: 'Accuser réception',
    button: 'Accuser réception',
    about: 'La mission locale saura que le dossier est bien arrivé.',
    dateLabel: 'Date de l’accusé de réception',
    notice: 'Réception accusée : la mission locale en est informée.',
    direct: {
      about: 'Votre unité note que le dossier est bien arrivé.',
      notice: 'Réception accusée.',
    },
  },
  evaluation: {
    command: 'evaluate',
    title: 'Mettre en évaluation',
    button: 'Mettre en évaluation',
    about: 'Le dossier passe dans l’onglet « À convoquer ».',
    dateLabel: 'Début de l’évaluation',
    notice: 'Dossier en évaluation : il attend maintenant une convocation.',
  },
  convocation: {
    command: 'convoke',
    title: 'Enregistrer la convocation',
    button: 'Enregistrer la convocation',
    about: 'Indiquez le jour où vous convoquez le jeune. Passerelle ne lui envoie pas de message.',
    dateLabel: 'Date de la convocation',
    notice: 'Convocation enregistrée : il reste à saisir le résultat.',
  },
  cloture: {
    command: 'close',
    title: 'Clore la candidature',
    button: 'Clore la candidature',
    about: 'Plus rien ne sera attendu de ce dossier. Une candidature close ne se rouvre pas.',
    dateLabel: 'Date de la clôture',
    notice: 'Candidature close.',
  },
  reprise: {
    command: 'reopen',
    title: 'Reprendre l’examen',
    button: 'Reprendre l’examen',
    about:
      'Le dossier repart en évaluation et sa décision est effacée. C’est possible après un ajournement ou une inaptitude temporaire, à partir de la date de réexamen.',
    dateLabel: 'Date de la reprise',
    notice: 'Examen repris : le dossier est de nouveau en évaluation.',
  },
};

/** The words of an act on a file that comes from a mission locale, or from nobody. */
export function wordsOf(act: DatedAct, isDirect: boolean): { about: string; notice: string } {
  return (isDirect ? act.direct : undefined) ?? act;
}

/** The address of each act, by its command. */
export const PATH_OF_COMMAND: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(DATED_ACTS).map(([path, { command }]) => [command, path])),
  decide: 'resultat',
};
