import { typeset } from '../../../../platform/french/index.js';
import {
  ActionForm,
  Alert,
  DateField,
  ErrorSummary,
  Page,
  TextField,
  TitleBar,
  type FormErrors,
  type FormValues,
} from '../../../../platform/pages/index.js';
import { NEW_PATH, REFER_CRUMBS } from '../refer-paths.js';
import type { KnownPresented } from './known-people.presenter.js';

interface StartProps {
  readonly form: FormValues;
  readonly errors?: FormErrors;
}

const TITLE = 'Orienter un jeune';

/** The first page: who is it, and is he or she known already? */
export function startPage({ form, errors = {} }: StartProps): Page {
  const isError = Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={TITLE} over="Étape 1 sur 3" />
      <p>
        Passerelle cherche d’abord si ce jeune a déjà un dossier dans votre mission locale : il ne
        sera pas saisi deux fois.
      </p>
      <form method="post" action={NEW_PATH} noValidate>
        <TextField
          name="nom"
          label="Nom de naissance"
          value={form.text('nom')}
          error={errors['nom']}
          maxlength={80}
        />
        <TextField
          name="prenoms"
          label="Prénoms"
          hint={typeset('Séparés par des virgules, par exemple : Léa, Marie')}
          value={form.text('prenoms')}
          error={errors['prenoms']}
        />
        <DateField
          name="naissance"
          label="Date de naissance"
          hint="Par exemple 14 07 2005"
          value={form.typedDate('naissance')}
          error={errors['naissance']}
        />
        <TextField
          name="imilo"
          label="Numéro de dossier i-milo"
          isOptional
          inputmode="numeric"
          value={form.text('imilo')}
          error={errors['imilo']}
          maxlength={10}
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit" name="etape" value="chercher">
            Continuer
          </button>
          <button class="fr-btn fr-btn--secondary" type="submit" name="etape" value="brouillon">
            Enregistrer le brouillon
          </button>
        </div>
      </form>
    </div>
  );
  return new Page(TITLE, content, {
    crumbs: REFER_CRUMBS,
    ...(isError ? { isError, status: 422 } : {}),
  });
}

const IDENTITY = ['nom', 'prenoms', 'imilo', 'naissance-jour', 'naissance-mois', 'naissance-annee'];

/** The same, when somebody on file may be the one: nothing is linked without the adviser. */
export function knownPage(form: FormValues, known: readonly KnownPresented[]): Page {
  const typed = Object.fromEntries(IDENTITY.map((name) => [name, form.text(name)]));
  const title = 'Ce jeune est-il déjà connu ?';
  const content = (
    <div class="app-column">
      <TitleBar title={typeset(title)} over="Étape 1 sur 3" />
      <Alert
        tone="info"
        title={
          known.length === 1
            ? 'Un dossier de votre mission locale ressemble à ce jeune'
            : `${known.length} dossiers de votre mission locale ressemblent à ce jeune`
        }
      >
        <p>Comparez avant de continuer : Passerelle ne rapproche jamais deux jeunes sans vous.</p>
      </Alert>
      <ul class="app-cards">
        {known.map((one) => (
          <li key={one.id}>
            <h2 class="fr-h4">{one.name}</h2>
            <p>{typeset(one.facts)}</p>
            {one.open === null ? (
              <ActionForm
                action={NEW_PATH}
                label={`Orienter ${one.name}`}
                kind="secondary"
                values={{ etape: 'connu', jeune: one.id }}
              />
            ) : (
              <p>
                <a href={one.open.href}>{one.open.label}</a>
              </p>
            )}
          </li>
        ))}
      </ul>
      <div class="app-buttons">
        <ActionForm
          action={NEW_PATH}
          label="C’est un autre jeune : continuer"
          values={{ ...typed, etape: 'nouveau' }}
        />
        <a class="fr-btn fr-btn--tertiary" href={NEW_PATH}>
          Recommencer
        </a>
      </div>
    </div>
  );
  return new Page(typeset(title), content, { crumbs: REFER_CRUMBS });
}
