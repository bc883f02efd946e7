import type { UnitTask } from '../../candidacies/index.js';
import type { DirectTask } from '../../direct-applicants/index.js';
import type { SessionTask } from '../../information-sessions/index.js';
import type { ReturnTask } from '../../returns/index.js';
import type { ServiceTask } from '../../volunteers/index.js';

/** How a task is told: of one, of several, and what it is about. */
export interface TaskWords {
  readonly one: string;
  readonly many: string;
  readonly about: string;
}

/** Candidacies of a unit. */
export const UNIT_WORDS: Readonly<Record<UnitTask['kind'], TaskWords>> = {
  relancees: {
    one: 'orientation qui attend votre réponse',
    many: 'orientations qui attendent votre réponse',
    about: 'Relance : le jeune et sa mission locale n’ont pas de nouvelles.',
  },
  signalees: {
    one: 'orientation sans réponse qui vous est signalée',
    many: 'orientations sans réponse qui vous sont signalées',
    about: 'L’équipe a été relancée : bientôt, la mission locale pourra proposer une autre unité.',
  },
  'a-evaluer': {
    one: 'candidature à évaluer',
    many: 'candidatures à évaluer',
    about: 'Accusez réception et étudiez le dossier.',
  },
  'a-convoquer': {
    one: 'candidature à convoquer',
    many: 'candidatures à convoquer',
    about: 'Fixez le jour de la convocation.',
  },
  resultat: {
    one: 'candidature sans résultat',
    many: 'candidatures sans résultat',
    about: 'Indiquez la suite donnée après la convocation.',
  },
  ensemble: {
    one: 'convocation dont les résultats sont à saisir',
    many: 'convocations dont les résultats sont à saisir',
    about: 'Tous les candidats d’un même jour, sur une seule page.',
  },
};

/** Information sessions. */
export const SESSION_WORDS: Readonly<Record<SessionTask['kind'], TaskWords>> = {
  'to-answer': {
    one: 'invitation à une séance d’information',
    many: 'invitations à une séance d’information',
    about: 'Dites à la mission locale si votre unité vient.',
  },
  'to-tick': {
    one: 'séance dont les venues sont à saisir',
    many: 'séances dont les venues sont à saisir',
    about: 'Dites qui est venu ; vous pourrez orienter ces jeunes en un geste.',
  },
};

/** Direct applicants. */
export const DIRECT_WORDS: Readonly<Record<DirectTask['kind'], TaskWords>> = {
  'to-assign': {
    one: 'candidat direct à affecter',
    many: 'candidats directs à affecter',
    about: 'Leur commune ne désigne pas une seule mission locale : choisissez-la.',
  },
  'to-answer': {
    one: 'candidat direct à recontacter',
    many: 'candidats directs à recontacter',
    about: 'Une unité les invite chez vous, avec leur accord : dites ce qu’ils deviennent.',
  },
};

/** Services of a unit. */
export const SERVICE_WORDS: Readonly<Record<ServiceTask['kind'], TaskWords>> = {
  'a-incorporer': {
    one: 'jeune à incorporer',
    many: 'jeunes à incorporer',
    about: 'Retenus : indiquez s’ils sont arrivés le jour prévu.',
  },
  'a-reprendre': {
    one: 'incorporation à reprendre',
    many: 'incorporations à reprendre',
    about: 'Reportée, ou absence ce jour-là : fixez une nouvelle date ou mettez-y fin.',
  },
  'presence-a-dire': {
    one: 'jeune dont la présence du mois est à dire',
    many: 'jeunes dont la présence du mois est à dire',
    about: 'Le mois dernier : dites pour chacun s’il était en service.',
  },
  'fin-proche': {
    one: 'fin de service à préparer',
    many: 'fins de service à préparer',
    about: 'Dans les deux mois : annoncez la sortie, ou modifiez la fin prévue.',
  },
};

/** Returns to a mission locale. */
export const RETURN_WORDS: Readonly<Record<ReturnTask['kind'], TaskWords>> = {
  late: {
    one: 'retour en retard',
    many: 'retours en retard',
    about: 'La date est passée : prenez le jeune en charge ou contactez-le.',
  },
  'to-acknowledge': {
    one: 'retour à prendre en charge',
    many: 'retours à prendre en charge',
    about: 'Un jeune a quitté son unité sans solution.',
  },
  transfers: {
    one: 'transfert proposé',
    many: 'transferts proposés',
    about:
      'Une autre mission locale, ou une unité, vous propose de suivre un jeune : répondez-lui.',
  },
  prepared: {
    one: 'retour à préparer',
    many: 'retours à préparer',
    about: 'Le service se termine bientôt.',
  },
  news: {
    one: 'retour avec du nouveau',
    many: 'retours avec du nouveau',
    about: 'Ce que la mission locale a fait depuis votre dernière visite.',
  },
  unattached: {
    one: 'retour à rattacher',
    many: 'retours à rattacher',
    about: 'La mission locale du jeune n’est pas connue.',
  },
};
