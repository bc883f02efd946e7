import { ROLES } from '../../../kernel/index.js';
import { typeset } from '../../../platform/french/index.js';
import {
  ErrorSummary,
  Page,
  SelectField,
  TextField,
  TitleBar,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import { ACCOUNT_CRUMBS } from './account.page.js';
import { roleWords } from './account-words.js';
import { ACCOUNTS_PATH } from './accounts-search.js';
import { shownOncePage } from './shown-once.page.js';

const ROLE_CHOICES = ROLES.map((role) => ({ value: role, label: roleWords(role) }));

/** The form that creates an account. */
export function newAccountPage(form: FormValues, errors: FormErrors = {}): Page {
  const hasErrors = Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title="Créer un compte" />
      <p>
        {typeset(
          'Le compte n’ouvrira rien tant qu’une seconde personne de l’administration ne l’aura pas approuvé.',
        )}
      </p>
      <form method="post" action={ACCOUNTS_PATH} novalidate>
        <TextField
          name="nom"
          label="Prénom et nom"
          value={form.text('nom')}
          error={errors['nom']}
          maxlength={120}
        />
        <TextField
          name="adresse"
          label="Adresse électronique"
          hint="Celle avec laquelle la personne se connecte à son fournisseur d’identité."
          type="email"
          value={form.text('adresse')}
          error={errors['adresse']}
        />
        <TextField
          name="organisme"
          label="Code de l’organisme"
          hint="Par exemple 97411S00 pour une mission locale, RSMA-RE pour une unité."
          value={form.text('organisme')}
          error={errors['organisme']}
        />
        <SelectField
          name="role"
          label="Rôle"
          emptyLabel="Choisir un rôle"
          value={form.text('role')}
          error={errors['role']}
          groups={[{ title: null, choices: ROLE_CHOICES }]}
        />
        <button class="fr-btn" type="submit">
          Créer le compte
        </button>
      </form>
    </div>
  );
  const status = hasErrors ? 422 : 200;
  return new Page('Créer un compte', content, {
    crumbs: ACCOUNT_CRUMBS,
    status,
    isError: hasErrors,
  });
}

/** After the creation: the code for the second person. */
export function createdAccountPage(id: string, approvalCode: string): Page {
  return shownOncePage({
    title: 'Compte créé, à approuver',
    crumbs: ACCOUNT_CRUMBS,
    todo: 'Remettez ce code à la seconde personne',
    secret: approvalCode,
    about:
      'Il ne sera plus montré. La seconde personne ouvre la page du compte, vérifie qui il désigne et saisit ce code. Vous ne pouvez pas l’approuver vous-même.',
    next: { href: `${ACCOUNTS_PATH}/${id}`, label: 'Voir le compte' },
  });
}
