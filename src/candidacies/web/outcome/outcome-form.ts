import type { FieldIssue, LocalDate } from '../../../kernel/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { formErrors, type FormErrors, type FormValues } from '../../../platform/pages/index.js';
import { outcomeIssues, type OutcomeInput } from '../../domain/candidacy.rules.js';
import { DecideRequest, toOutcome } from '../../http/candidacy-commands.request.js';

/** What a form of outcome says, or what is wrong with it. */
export type OutcomeRead =
  | { readonly isRight: true; readonly outcome: OutcomeInput }
  | { readonly isRight: false; readonly errors: FormErrors };

const NAMES = {
  '/code': 'resultat',
  '/decidedOn': 'decision',
  '/reexaminationOn': 'reexamen',
  '/assessedLevel': 'niveau',
  '/plannedIncorporationOn': 'incorporation',
};
const REAL_DATE = 'doit être une date réelle, par exemple 14 07 2026';
const WORDS = {
  'resultat required': 'Sélectionnez un résultat',
  'resultat type-error': 'Sélectionnez un résultat',
  'resultat CODE_INCONNU': 'Sélectionnez un résultat de la liste',
  'decision required': 'Saisissez la date de la décision',
  'decision type-error': `La date de la décision ${REAL_DATE}`,
  'reexamen type-error': `La date de réexamen ${REAL_DATE}`,
  'incorporation type-error': `La date d’incorporation ${REAL_DATE}`,
};

/** Reads a form as the request of the API, under the same rules. */
export async function readOutcome(form: FormValues, today: LocalDate): Promise<OutcomeRead> {
  const level = form.optional('niveau');
  const code = form.optional('resultat');
  const decidedOn = form.date('decision');
  const read = await readFields(DecideRequest, {
    ...(code === null ? {} : { code }),
    ...(decidedOn === null ? {} : { decidedOn }),
    reexaminationOn: form.date('reexamen'),
    plannedIncorporationOn: form.date('incorporation'),
    ...(level === null ? {} : { assessedLevel: level }),
  });
  if (!read.isRight) return { isRight: false, errors: outcomeErrors(read.issues) };
  const outcome = toOutcome(read.value);
  const issues = outcomeIssues(outcome, today);
  return issues.length > 0
    ? { isRight: false, errors: outcomeErrors(issues) }
    : { isRight: true, outcome };
}

/** The issues of an outcome, on the fields of the form. */
export function outcomeErrors(issues: readonly FieldIssue[]): FormErrors {
  return formErrors(issues, NAMES, WORDS);
}

/** True for a refusal that another date would lift: the form shows it on the date. */
export function isAboutTheDate(code: string): boolean {
  return code === 'SUITE_CONTRADICTOIRE' || code === 'CHRONOLOGIE';
}

/** Every field of the form as it was typed, to be sent again from the check page. */
export function typedFields(form: FormValues): Record<string, string> {
  const dates = ['decision', 'reexamen', 'incorporation'].flatMap((name) =>
    ['jour', 'mois', 'annee'].map((part) => `${name}-${part}`),
  );
  const names = ['version', 'resultat', 'niveau', ...dates];
  return Object.fromEntries(names.map((name) => [name, form.text(name)]));
}
