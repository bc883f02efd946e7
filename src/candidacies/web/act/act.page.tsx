import { longDate, typeset } from '../../../platform/french/index.js';
import {
  DateField,
  ErrorSummary,
  Page,
  TitleBar,
  type FormErrors,
  type TypedDate,
} from '../../../platform/pages/index.js';
import type { CandidacyFile } from '../file/candidacy-files.js';
import { presentFile } from '../file/file.presenter.js';
import { FILE_CRUMBS } from '../file/file.page.js';
import { wordsOf, type DatedAct } from './acts.js';

interface ActPageProps {
  readonly file: CandidacyFile;
  readonly act: DatedAct;
  readonly path: string;
  readonly version: string;
  readonly date: TypedDate;
  readonly errors: FormErrors;
}

/** The page that asks when an act was done, and confirms it. */
export function actPage({ file, act, path, version, date, errors }: ActPageProps): Page {
  const { name, over } = presentFile(file);
  const fileHref = `/candidatures/${file.view.id}`;
  const isError = Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={act.title} over={`${name} – ${over}`} />
      <p>{typeset(wordsOf(act, file.view.missionLocale === null).about)}</p>
      <form method="post" action={`${fileHref}/${path}`} noValidate>
        <input type="hidden" name="version" value={version} />
        <DateField
          name="date"
          label={act.dateLabel}
          hint={typeset(`Par exemple : ${longDate(file.today)}`)}
          value={date}
          error={errors['date']}
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            {act.button}
          </button>
          <a class="fr-btn fr-btn--tertiary" href={fileHref}>
            Revenir au dossier
          </a>
        </div>
      </form>
    </div>
  );
  const crumbs = [...FILE_CRUMBS, { href: fileHref, label: 'Candidature' }];
  return new Page(act.title, content, isError ? { crumbs, isError, status: 422 } : { crumbs });
}
