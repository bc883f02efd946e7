import { ROLES } from '../../../kernel/index.js';
import {
  SelectField,
  TextField,
  type FormErrors,
  type FormValues,
  type Page,
} from '../../../platform/pages/index.js';
import { ACCOUNT_CRUMBS } from './account.page.js';
import { roleWords } from './account-words.js';
import { ACCOUNTS_PATH } from './accounts-search.js';
import { creationFormPage, OrganisationField } from './creation-form.js';
import { shownOncePage } from './shown-once.page.js';

const ROLE_CHOICES = ROLES.map((role) => ({ value: role, label: roleWords(role) }));

/** The form that creates an account. */
export function newAccountPage(form: FormValues, errors: FormErrors = {}): Page {
  return creationFormPage({
    title: 'Créer un compte',
    crumbs: ACCOUNT_CRUMBS,
    lead: 'Le compte n’ouvrira rien tant qu’une seconde personne de l’administration ne l’aura pas approuvé.',
    action: ACCOUNTS_PATH,
    button: 'Créer le compte',
    errors,
    fields: (
      <>
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
        <OrganisationField form={form} errors={errors} />
        <SelectField
          name="role"
          label="Rôle"
          emptyLabel="Choisir un rôle"
          value={form.text('role')}
          error={errors['role']}
          groups={[{ title: null, choices: ROLE_CHOICES }]}
        />
      </>
    ),
  });
}

/** After the creation: the code for the second person. */
export function createdAccountPage(id: string, approvalCode: string): Page {
  return codePage('Compte créé, à approuver', id, approvalCode);
}

/** After a code was lost: another one, for the second person. */
export function newCodePage(id: string, approvalCode: string): Page {
  return codePage('Nouveau code d’approbation', id, approvalCode);
}

function codePage(title: string, id: string, approvalCode: string): Page {
  return shownOncePage({
    title,
    crumbs: ACCOUNT_CRUMBS,
    todo: 'Remettez ce code à la seconde personne',
    secret: approvalCode,
    about:
      'Il ne sera plus montré. La seconde personne ouvre la page du compte, vérifie qui il désigne et saisit ce code. Vous ne pouvez pas l’approuver vous-même.',
    next: { href: `${ACCOUNTS_PATH}/${id}`, label: 'Voir le compte' },
  });
}
