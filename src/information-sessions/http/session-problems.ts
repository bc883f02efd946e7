import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of information sessions, for `/problems/<code>`. */
export const SESSION_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'information-session-not-found',
    status: 404,
    title: 'Séance introuvable',
    about: 'Aucune séance d’information visible par votre organisme ne porte cet identifiant.',
  },
  {
    code: 'information-session-invalid',
    status: 422,
    title: 'Séance à corriger',
    about: 'Des points de la séance ne conviennent pas. Le membre « errors » les désigne.',
  },
  {
    code: 'information-session-command-refused',
    status: 409,
    title: 'Séance qui ne le permet pas',
    about:
      'La séance est annulée, passée, à venir ou complète. Le membre « reason » dit pourquoi ; « availableCommands » de la séance dit ce qui reste possible.',
  },
];
