import { typeset } from '../../../platform/french/index.js';
import {
  ErrorSummary,
  Page,
  SummaryList,
  TitleBar,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import { FILE_CRUMBS } from '../file/file.page.js';
import { presentFile } from '../file/file.presenter.js';
import type { ReferralFile } from '../file/referral-files.js';
import { GuardianFields } from '../refer/details/guardian-fields.js';
import { WORKLIST_PATH } from '../worklist/worklist-search.js';
import type { OwnerAct } from './acts.js';

/** What is asked anew of a minor: who answers for them. */
interface AskedOfMinor {
  readonly form: FormValues;
  readonly errors: FormErrors;
}

/** The page that says what an act does before it is done. */
export function actPage(
  file: ReferralFile,
  act: OwnerAct,
  path: string,
  asked?: AskedOfMinor,
): Page {
  const { name, over, state } = presentFile(file);
  const fileHref = `${WORKLIST_PATH}/${file.view.id}`;
  const facts = [
    { label: 'Jeune', value: name },
    { label: 'Unité', value: file.view.unit.name },
    { label: 'État', value: state.label },
  ];
  const content = (
    <div class="app-column">
      {asked && <ErrorSummary errors={asked.errors} />}
      <TitleBar title={act.title} over={over} />
      <SummaryList facts={facts} />
      <p>{typeset(act.about)}</p>
      <form method="post" action={`${fileHref}/${path}`}>
        <input type="hidden" name="version" value={String(file.version)} />
        {asked && <GuardianFields {...asked} />}
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
  return new Page(act.title, content, {
    crumbs: [...FILE_CRUMBS, { href: fileHref, label: 'Orientation' }],
    ...(asked ? { isError: true, status: 422 } : {}),
  });
}
