import { longDate, typeset } from '../../../../platform/french/index.js';
import {
  Alert,
  DateField,
  ErrorSummary,
  Page,
  TitleBar,
  type FormErrors,
  type FormValues,
} from '../../../../platform/pages/index.js';
import type { OfferedChoices } from '../refer-choices.js';
import { detailsPath, dropPath, REFER_CRUMBS } from '../refer-paths.js';
import { GuardianFields } from './guardian-fields.js';
import { NoticeFields, ReferralFields } from './referral-fields.js';
import { PersonFields } from './person-fields.js';

/** What the form of a referral is made from. */
export interface DetailsProps {
  readonly id: string;
  readonly version: number;
  readonly form: FormValues;
  readonly choices: OfferedChoices;
  readonly isMinor: boolean;
  readonly errors?: FormErrors;
  /** Why nothing was kept: somebody else kept something else meanwhile. */
  readonly refusal?: string;
}

/** What the sections of the form need. */
export interface FieldsProps {
  readonly form: FormValues;
  readonly errors: FormErrors;
  readonly choices: OfferedChoices;
}

const TITLE = 'Orienter un jeune';

/** The form of a referral: one page, one column, kept as a draft whenever wanted. */
export function detailsPage(props: DetailsProps): Page {
  const { errors = {}, refusal } = props;
  const isError = Object.keys(errors).length > 0 || refusal !== undefined;
  return new Page(TITLE, <Details {...props} />, {
    crumbs: REFER_CRUMBS,
    ...(isError ? { isError, status: refusal === undefined ? 422 : 409 } : {}),
  });
}

function Details({ id, version, form, choices, isMinor, errors = {}, refusal }: DetailsProps) {
  const fields = { form, errors, choices };
  return (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      {refusal !== undefined && (
        <Alert tone="error" title="Ce brouillon a changé entre-temps">
          <p>{typeset(refusal)}</p>
        </Alert>
      )}
      <TitleBar title={TITLE} over="Étape 2 sur 3" />
      <p>
        Les champs sont obligatoires, sauf mention « facultatif ». Vous pourrez relire avant de
        transmettre.
      </p>
      <form method="post" action={detailsPath(id)} noValidate>
        <input type="hidden" name="version" value={String(version)} />
        <h2>Le jeune</h2>
        <PersonFields {...fields} />
        <h2>L’orientation</h2>
        <ReferralFields {...fields} />
        {isMinor && (
          <>
            <h2>Le représentant légal</h2>
            <GuardianFields {...fields} />
          </>
        )}
        <h2>L’information du jeune</h2>
        <DateField
          name="informe"
          label="Jeune informé le"
          hint={typeset(
            `Jour où vous lui avez remis la notice d’information. Par exemple : ${longDate(choices.today)}`,
          )}
          value={form.typedDate('informe')}
          error={errors['informe']}
        />
        <NoticeFields {...fields} />
        <div class="app-buttons">
          <button class="fr-btn" type="submit" name="etape" value="continuer">
            Continuer
          </button>
          <button class="fr-btn fr-btn--secondary" type="submit" name="etape" value="brouillon">
            Enregistrer le brouillon
          </button>
          <a class="fr-btn fr-btn--tertiary" href={dropPath(id)}>
            Supprimer le brouillon
          </a>
        </div>
      </form>
    </div>
  );
}
