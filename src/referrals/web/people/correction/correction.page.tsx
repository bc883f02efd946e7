import { typeset } from '../../../../platform/french/index.js';
import {
  Alert,
  CheckboxesField,
  ErrorSummary,
  Page,
  TitleBar,
  type FormErrors,
  type FormValues,
} from '../../../../platform/pages/index.js';
import { GuardianFields } from '../../refer/details/guardian-fields.js';
import { PersonFields } from '../../refer/details/person-fields.js';
import { isAboutGuardian } from '../../refer/referral-form.js';
import type { KnownPresented } from '../../refer/start/known-people.presenter.js';
import { PEOPLE_PATH, personPath } from '../people-search.js';
import { correctionPath } from './correction-path.js';

/** What the form of a correction is made from. */
export interface CorrectionProps {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly form: FormValues;
  readonly errors?: FormErrors;
  /** Somebody else changed the young person meanwhile: the form shows what is on file now. */
  readonly hasChanged?: boolean;
  /** Those who have this identity already. */
  readonly known?: readonly KnownPresented[];
}

const TITLE = 'Corriger l’identité ou les coordonnées';

/** The form of a correction. Its title names nobody: titles stay in the history of the browser. */
export function correctionPage(props: CorrectionProps): Page {
  const { id, errors = {}, hasChanged = false, known = [] } = props;
  const isLate = hasChanged || known.length > 0;
  const isError = isLate || Object.keys(errors).length > 0;
  return new Page(TITLE, <Correction {...props} />, {
    crumbs: [
      { href: PEOPLE_PATH, label: 'Jeunes' },
      { href: personPath(id), label: 'Jeune' },
    ],
    ...(isError ? { isError, status: isLate ? 409 : 422 } : {}),
  });
}

function Correction({
  id,
  name,
  version,
  form,
  errors = {},
  hasChanged,
  known = [],
}: CorrectionProps) {
  return (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      {hasChanged && (
        <Alert tone="error" title="Cette fiche a changé entre-temps">
          <p>
            Rien n’a été enregistré. Le formulaire montre ce qu’elle contient maintenant : refaites
            votre correction.
          </p>
        </Alert>
      )}
      {known.length > 0 && <KnownAlready known={known} />}
      <TitleBar title={TITLE} over={name} />
      <p>
        {typeset(
          'Changez seulement ce qui est faux. Si une orientation est en cours, l’unité verra la correction. Le numéro i-milo ne se corrige pas ici.',
        )}
      </p>
      <form method="post" action={correctionPath(id)} noValidate>
        <input type="hidden" name="version" value={String(version)} />
        <PersonFields form={form} errors={errors} isOnFile />
        {isAboutGuardian(form, errors) && <GuardianFields form={form} errors={errors} />}
        {known.length > 0 && (
          <CheckboxesField
            name="distincts"
            label="Ce sont deux jeunes différents"
            hint="Cochez seulement après avoir comparé les dossiers."
            choices={known.map(({ id: other, name: otherName, facts }) => ({
              value: other,
              label: typeset(`Ce n’est pas ${otherName}`),
              hint: typeset(facts),
            }))}
            values={form.ticked('distincts')}
          />
        )}
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Enregistrer la correction
          </button>
          <a class="fr-btn fr-btn--tertiary" href={personPath(id)}>
            Revenir à la fiche
          </a>
        </div>
      </form>
    </div>
  );
}

function KnownAlready({ known }: { readonly known: readonly KnownPresented[] }) {
  return (
    <Alert tone="error" title="Un autre dossier porte déjà cette identité">
      <p>
        Rien n’a été enregistré. Ouvrez ce dossier : s’il s’agit du même jeune, ne corrigez pas et
        prévenez votre responsable. S’il s’agit d’un autre, dites-le en bas du formulaire.
      </p>
      <ul>
        {known.map(({ id, name, facts }) => (
          <li key={id}>
            <a href={personPath(id)}>{name}</a>
            {typeset(` – ${facts}`)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
