import { typeset } from '../../../platform/french/index.js';
import {
  ErrorSummary,
  Page,
  reasonGroups,
  SelectField,
  TitleBar,
  type ChoiceGroup,
  type FormErrors,
} from '../../../platform/pages/index.js';
import { ATTACHING, TRANSFER_REASON_TREE } from '../../domain/transfer-codes.js';
import { FILE_CRUMBS } from '../file/file.page.js';
import { presentFile } from '../file/file.presenter.js';
import type { ReturnFile } from '../file/return-files.js';
import { RETURNS_PATH } from '../worklist/worklist-search.js';

const TITLE = 'Proposer à une mission locale';

interface ProposalPageProps {
  readonly file: ReturnFile;
  readonly groups: readonly ChoiceGroup[];
  readonly version: string;
  readonly to: string;
  readonly reason: string;
  readonly errors: FormErrors;
}

/** To whom a return is proposed, and why by a code: nobody writes of anybody. */
export function proposalPage(props: ProposalPageProps): Page {
  const { file, groups, version, to, reason, errors } = props;
  const { name, over } = presentFile(file);
  const fileHref = `${RETURNS_PATH}/${file.view.id}`;
  const isError = Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={TITLE} over={`${name} – ${over}`} />
      <p>
        {typeset(
          'La mission locale sollicitée ne voit que l’identité, la commune et la fin du service. Jusqu’à sa réponse, rien ne change : le retour reste le vôtre, avec les mêmes dates.',
        )}
      </p>
      <form method="post" action={`${fileHref}/transfert`} noValidate>
        <input type="hidden" name="version" value={version} />
        <SelectField
          name="mission-locale"
          label="Mission locale sollicitée"
          emptyLabel="Sélectionnez une mission locale"
          groups={groups}
          value={to}
          error={errors['mission-locale']}
        />
        <SelectField
          name="motif"
          label="Motif"
          emptyLabel="Sélectionnez un motif"
          groups={reasonsFor(file)}
          value={reason}
          error={errors['motif']}
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Proposer
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

/** Somebody whom no mission locale follows is attached, with their agreement; others are transferred. */
function reasonsFor({ view }: ReturnFile) {
  const isAttaching = view.missionLocale === null;
  return reasonGroups(TRANSFER_REASON_TREE, (code) => (code === ATTACHING) === isAttaching);
}
