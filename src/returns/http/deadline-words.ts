import { TERRITORIES } from '../../kernel/index.js';
import { counted, longDate } from '../../platform/french/index.js';
import {
  DEADLINE_RULES,
  lengthOn,
  type DeadlineBook,
  type DeadlineRuleCode,
} from '../domain/deadline.rules.js';
import type { Deadline } from '../domain/return-episode.js';

/** What each step asks of whoever is in charge. */
export const STEP_WORDS: Readonly<Record<DeadlineRuleCode, string>> = {
  'return-prepare': 'Préparer le retour avec l’unité',
  'return-attach': 'Rattacher à une mission locale',
  'return-acknowledge': 'Accuser réception du retour',
  'return-first-contact': 'Contacter le jeune',
  'return-next-attempt': 'Relancer le jeune',
  'return-transfer': 'Trouver la mission locale de son territoire',
  'transfer-answer': 'Répondre à la proposition de transfert',
  'invitation-answer': 'Joindre le candidat direct invité',
  'invitation-assign': 'Choisir la mission locale du candidat direct',
  'invitation-silence': 'Reprendre l’invitation du candidat direct',
  'return-settle': 'Vérifier avec l’unité, puis classer le retour',
  'return-to-manager': 'Prévenir le responsable',
  'return-to-arml': 'Prévenir l’association régionale',
  'return-attempts': 'Essayer plusieurs fois',
  'answer-remind': 'Répondre à l’orientation',
  'answer-to-manager': 'Faire répondre à l’orientation',
  'answer-free': 'Proposer une autre unité',
  'incorporation-tell': 'Dire comment s’est passée l’incorporation',
  'incorporation-redate': 'Donner un nouveau jour d’incorporation',
  'exit-tell': 'Enregistrer la sortie ou une nouvelle fin',
};

const FROM_WORDS: Partial<Readonly<Record<DeadlineRuleCode, string>>> = {
  'return-attach': 'après l’ouverture du retour, le',
  'return-acknowledge': 'après l’ouverture du retour, le',
  'return-first-contact': 'après l’ouverture du retour, le',
  'return-next-attempt': 'après la dernière tentative, le',
  'return-transfer': 'après le contact du',
  'transfer-answer': 'après la proposition du',
  'invitation-answer': 'après l’annonce du',
  'return-settle': 'après la correction de l’unité, le',
};

/** Why a date is the date it is: the rule, the day it is counted from, and whose calendar. */
export function explainDeadline({ rule, from }: Deadline, book: DeadlineBook): string {
  const length = lengthOn(book, rule, from);
  if (rule === 'return-prepare') {
    return `Le service se termine le ${longDate(from)}\u00A0: le retour se prépare ${counted(length, 'jour', 'jours')} avant.`;
  }
  const { name } = TERRITORIES[book.place.territory];
  const isWorked = DEADLINE_RULES[rule].counts === 'working-days';
  const long = isWorked
    ? counted(length, 'jour ouvré', 'jours ouvrés')
    : counted(length, 'jour', 'jours');
  const moved = isWorked ? '' : ', reportés au premier jour ouvré';
  return `${long} ${FROM_WORDS[rule] ?? 'à partir du'} ${longDate(from)}${moved} (calendrier\u00A0: ${name}).`;
}
