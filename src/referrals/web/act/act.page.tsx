import { typeset } from '../../../platform/french/index.js';
import { Page, SummaryList, TitleBar } from '../../../platform/pages/index.js';
import { FILE_CRUMBS } from '../file/file.page.js';
import { presentFile } from '../file/file.presenter.js';
import type { ReferralFile } from '../file/referral-files.js';
import { WORKLIST_PATH } from '../worklist/worklist-search.js';
import type { OwnerAct } from './acts.js';

/** The page that says what an act does before it is done. */
export function actPage(file: ReferralFile, act: OwnerAct, path: string): Page {
  const { name, over, state } = presentFile(file);
  const fileHref = `${WORKLIST_PATH}/${file.view.id}`;
  const facts = [
    { label: 'Jeune', value: name },
    { label: 'Unité', value: file.view.unit.name },
    { label: 'État', value: state.label },
  ];
  const content = (
    <div class="app-column">
      <TitleBar title={act.title} over={over} />
      <SummaryList facts={facts} />
      <p>{typeset(act.about)}</p>
      <form method="post" action={`${fileHref}/${path}`}>
        <input type="hidden" name="version" value={String(file.version)} />
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
  });
}
