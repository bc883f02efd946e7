import type { Notice, NoticeKind } from './notice.js';

/** What a notice says, and what to do. */
export interface NoticeText {
  readonly message: string;
  readonly correction: string;
}

type Said = Pick<Notice, 'flow' | 'period' | 'sequence' | 'fileName' | 'partner' | 'audience'>;

const SEND =
  'Déposez le fichier, ou un fichier de nature N s’il n’y a rien à dire. Les dates sont à GET /api/v1/exchanges/expected.';

/** The words of each kind; the file they speak of is named, never a person. */
const TEXTS: Readonly<Record<NoticeKind, (said: Said) => NoticeText>> = {
  ECHEANCE_PROCHE: (said) => ({
    message: `${monthly(said)} est attendu dans trois jours ; rien n’a été reçu le mois précédent.`,
    correction: SEND,
  }),
  ECHEANCE_DEPASSEE: (said) => ({
    message: `${monthly(said)} n’a pas été reçu à l’heure prévue : il est en retard.`,
    correction: `${SEND} Un fichier en retard est traité, et marqué comme tel.`,
  }),
  RELANCE: (said) => ({
    message: `${monthly(said)} est en retard de deux jours ouvrés.`,
    correction: SEND,
  }),
  ALERTE: (said) => ({
    message: `${monthly(said)}${by(said)} est en retard de cinq jours ouvrés.`,
    correction:
      said.audience === 'tutelle'
        ? 'Prenez contact avec l’organisme.'
        : `${SEND} La tutelle est avertie.`,
  }),
  FICHIER_MANQUANT: (said) => ({
    message: `${monthly(said)} n’a jamais été reçu : la période est close et le restera.`,
    correction:
      'Déposez le fichier de la période suivante : il dit la situation de tous les dossiers ouverts. Les corrections d’une période close vont dans un fichier de nature C.',
  }),
  SEQUENCE_MANQUANTE: (said) => ({
    message: `Le fichier ${said.flow} numéro ${said.sequence} n’est pas arrivé, alors que des numéros suivants ont été reçus.`,
    correction:
      'Déposez-le s’il existe : il sera appliqué sans rien effacer de plus récent. Sinon il n’y a rien à faire.',
  }),
  EXPIRATION_PROCHE: (said) => ({
    message: `Le fichier ${said.fileName} vous attend dans votre boîte et n’a pas été retiré.`,
    correction:
      'Retirez-le (GET /api/v1/mailbox), puis accusez-en réception. Sans retrait, ses émetteurs seront avertis dans deux jours.',
  }),
  NON_RETRAIT: (said) => ({
    message:
      said.partner === null
        ? `Le fichier ${said.fileName} n’a pas été retiré de votre boîte : ses émetteurs sont avertis (ANR).`
        : `Le fichier ${said.fileName} n’a pas été retiré par ${said.partner} (ANR).`,
    correction:
      said.partner === null
        ? 'Retirez-le, puis accusez-en réception.'
        : 'Rien à renvoyer : le fichier reste disponible 60 jours. Prenez contact avec le destinataire si le cas est urgent.',
  }),
  ACQUITTEMENT_ATTENDU: (said) => ({
    message: `Le fichier ${said.fileName} vous a été remis et n’a pas été acquitté en cinq jours ouvrés.`,
    correction: 'Dites ce qu’il est devenu : INTEGRE, PARTIEL ou REFUSE.',
  }),
  FICHIER_EXPIRE: (said) => ({
    message:
      said.partner === null
        ? `Le fichier ${said.fileName} n’a pas été acquitté : son contenu est retiré, la preuve de sa mise à disposition est gardée.`
        : `Le fichier ${said.fileName} n’a jamais été acquitté par ${said.partner} : son contenu est retiré.`,
    correction:
      said.partner === null
        ? 'Demandez-le de nouveau : il sera refait sous un nouveau numéro.'
        : 'Rien à renvoyer : le destinataire peut le demander de nouveau.',
  }),
  AUCUN_DEPOT: (said) => ({
    message: `Aucun fichier n’a été reçu de personne pour ${said.period} : la porte du service est peut-être en panne.`,
    correction: 'Vérifiez l’API, les dossiers et les ouvriers ; déposez un fichier d’essai.',
  }),
};

/** The French sentences of a notice. */
export function noticeText(notice: Pick<Notice, 'kind'> & Said): NoticeText {
  return TEXTS[notice.kind](notice);
}

function monthly({ flow, period }: Said): string {
  return `Le fichier ${flow} de ${period}`;
}

function by({ partner }: Said): string {
  return partner === null ? '' : ` de ${partner}`;
}
