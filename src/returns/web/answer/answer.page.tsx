import { longDate, typeset } from '../../../platform/french/index.js';
import {
  DateField,
  ErrorSummary,
  Page,
  RadioField,
  TitleBar,
  type Choice,
  type FormErrors,
  type TypedDate,
} from '../../../platform/pages/index.js';
import { ATTEMPT_ANSWERS, isReached, RETURN_ANSWERS } from '../../domain/code-lists.js';
import { RETURNS_PATH } from '../worklist/worklist-search.js';
import { FILE_CRUMBS } from '../file/file.page.js';
import { presentFile } from '../file/file.presenter.js';
import type { ReturnFile } from '../file/return-files.js';

const TITLE = 'Enregistrer un contact ou une réponse';

const CHOICES: readonly Choice[] = RETURN_ANSWERS.values.map(({ code, label }) => {
  const isAttempt = ATTEMPT_ANSWERS.some((one) => one === code);
  const goesOn = isAttempt || code === 'HORS_TERRITOIRE';
  return {
    value: code,
    label,
    hint: isReached(code)
      ? 'Le jeune est joint : le retour est clos.'
      : goesOn
        ? 'Le retour continue.'
        : 'Le retour est clos sans que le jeune soit joint.',
  };
});

interface AnswerPageProps {
  readonly file: ReturnFile;
  readonly version: string;
  readonly code: string;
  readonly date: TypedDate;
  readonly errors: FormErrors;
}

/** The form of an answer: one list, one date. Who was reached is never told from who was not by hand. */
export function answerPage({ file, version, code, date, errors }: AnswerPageProps): Page {
  const { name, over } = presentFile(file);
  const fileHref = `${RETURNS_PATH}/${file.view.id}`;
  const isError = Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={TITLE} over={`${name} – ${over}`} />
      <form method="post" action={`${fileHref}/reponse`} noValidate>
        <input type="hidden" name="version" value={version} />
        <RadioField
          name="reponse"
          label="Ce que vous savez du jeune"
          choices={CHOICES}
          value={code}
          error={errors['reponse']}
        />
        <DateField
          name="contact"
          label="Date du contact ou de la tentative"
          hint={typeset(`Par exemple : ${longDate(file.today)}`)}
          value={date}
          error={errors['contact']}
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Enregistrer
          </button>
          <a class="fr-btn fr-btn--tertiary" href={fileHref}>
            Revenir au retour
          </a>
        </div>
      </form>
    </div>
  );
  const crumbs = [...FILE_CRUMBS, { href: fileHref, label: 'Retour' }];
  return new Page(TITLE, content, isError ? { crumbs, isError, status: 422 } : { crumbs });
}
