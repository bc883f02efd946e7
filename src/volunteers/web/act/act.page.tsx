import { typeset } from '../../../platform/french/index.js';
import {
  ErrorSummary,
  Page,
  TitleBar,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import { presentFile } from '../file/file.presenter.js';
import type { VolunteerFile } from '../file/volunteer-files.js';
import { SERVICE_CRUMBS, VOLUNTEERS_PATH } from '../volunteer-words.js';
import { ActFields } from './act-fields.js';
import { formKindOf } from './act-form.js';
import { ACTS, type ActPath } from './acts.js';

interface ActPageProps {
  readonly file: VolunteerFile;
  readonly path: ActPath;
  readonly form: FormValues;
  readonly errors?: FormErrors;
  readonly status?: number;
}

/** The page that asks for the facts of an act, and confirms it. */
export function actPage({ file, path, form, errors = {}, status = 200 }: ActPageProps): Page {
  const { title, button, about, command } = ACTS[path];
  const { name, over } = presentFile(file);
  const fileHref = `${VOLUNTEERS_PATH}/${file.view.id}`;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={title} over={`${name} – ${over}`} />
      <p>{typeset(about)}</p>
      <form method="post" action={`${fileHref}/${path}`} noValidate>
        <input type="hidden" name="version" value={form.text('version')} />
        <ActFields kind={formKindOf(command)} form={form} errors={errors} today={file.today} />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            {button}
          </button>
          <a class="fr-btn fr-btn--tertiary" href={fileHref}>
            Revenir au dossier
          </a>
        </div>
      </form>
    </div>
  );
  const crumbs = [...SERVICE_CRUMBS, { href: fileHref, label: 'Volontaire' }];
  return new Page(title, content, { crumbs, isError: Object.keys(errors).length > 0, status });
}
