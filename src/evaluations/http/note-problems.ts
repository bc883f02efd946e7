import type { ProblemDescription } from '../../platform/http/index.js';

/** The refusals of evaluations, for `/problems/<code>`. */
export const EVALUATION_PROBLEMS: readonly ProblemDescription[] = [
  {
    code: 'evaluation-invalid',
    status: 422,
    title: 'Bilan à corriger',
    about: 'Des points du bilan ne conviennent pas. Le membre « errors » les désigne.',
  },
];
