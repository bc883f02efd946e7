import { answerIssues, isWithin, windowOf } from '../../../follow-ups/index.js';
import type { RowRule, RuleBuilder } from '../../flow/index.js';
import { replyingRules } from '../replying-block/rules.js';
import { answerOf, type FollowUpRow } from './columns.js';

type Rule = RowRule<FollowUpRow>;
type Builder = RuleBuilder<FollowUpRow>;

/** Rules between the cells of a DEV row (exchange.md 7.a, block K and DEV; 6.5 #81). */
export function followUpRules(rule: Builder): readonly Rule[] {
  return [
    ...replyingRules<FollowUpRow>({
      ids: ['DEV-R001', 'DEV-R002', 'DEV-R003'],
      day: 'le jour de l’observation',
      column: 'la date d’observation',
      header: 'date_observation',
      dayOf: (row) => row.date_observation,
    }),
    windowRule(rule),
    ...answerRules(rule),
  ];
}

/** A remark, and no refusal: what is seen at another time answers nothing (ADR 0038). */
function windowRule(rule: Builder): Rule {
  return rule({
    id: 'DEV-R004',
    about: 'L’observation est à 45 jours du jalon au plus : sinon elle n’y répond pas.',
    code: 'CHRONOLOGIE',
    level: 'AVERTISSEMENT',
    column: 'date_observation',
    needs: ['date_sortie', 'jalon', 'date_observation'],
    message:
      'La date d’observation est à plus de 45 jours du jalon : la ligne ne répond pas à ce jalon, rien n’a été enregistré.',
    correction: 'Vérifier le jalon, la date de sortie et la date d’observation.',
    broken: { date_observation: '2026-09-30' },
    holds: (row) => isWithin(windowOf(row.date_sortie, row.jalon), row.date_observation),
  });
}

/** What makes an answer, and the milestone it answers. */
const ANSWER_CELLS = [
  ...(['date_sortie', 'jalon', 'date_observation'] as const),
  ...(['situation', 'date_debut_situation', 'source'] as const),
] as const;
type AnswerCells = Pick<FollowUpRow, (typeof ANSWER_CELLS)[number]>;

function answerRules(rule: Builder): readonly Rule[] {
  return [
    rule({
      id: 'DEV-R005',
      about: 'Sans réponse du jeune, la situation est NON_CONNU, et seulement alors.',
      code: 'constraint-error',
      column: 'source',
      needs: ANSWER_CELLS,
      message: 'La source et la situation se contredisent.',
      correction: 'SANS_REPONSE va avec NON_CONNU ; toute autre source, avec une situation connue.',
      broken: { source: 'SANS_REPONSE' },
      holds: (row) => !hasIssue(row, '/source', 'INCOHERENT'),
    }),
    rule({
      id: 'DEV-R006',
      about: 'La situation a commencé au plus tard le jour de l’observation.',
      code: 'CHRONOLOGIE',
      column: 'date_debut_situation',
      needs: ANSWER_CELLS,
      message: 'La situation commence après le jour de l’observation.',
      correction: 'Vérifier les deux dates, ou laisser le début de la situation vide.',
      broken: { date_debut_situation: '2026-11-25' },
      holds: (row) => !hasIssue(row, '/situationStartedOn', 'CHRONOLOGIE'),
    }),
    rule({
      id: 'DEV-R007',
      about: 'Une situation qui n’est pas connue n’a pas de début.',
      code: 'constraint-error',
      column: 'date_debut_situation',
      needs: ANSWER_CELLS,
      message: 'Une situation non connue n’a pas de date de début.',
      correction: 'Laisser date_debut_situation vide.',
      broken: { situation: 'NON_CONNU', source: 'SANS_REPONSE' },
      holds: (row) => !hasIssue(row, '/situationStartedOn', 'INCOHERENT'),
    }),
  ];
}

/** The rules of the pages and the API: what they say of this field. */
function hasIssue(row: AnswerCells, pointer: string, code: string): boolean {
  const window = windowOf(row.date_sortie, row.jalon);
  return answerIssues(answerOf(row), window, row.date_observation).some(
    (issue) => issue.pointer === pointer && issue.code === code,
  );
}
