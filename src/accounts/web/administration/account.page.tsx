import { counted, longInstant, typeset } from '../../../platform/french/index.js';
import {
  ActionForm,
  Alert,
  Badge,
  ErrorSummary,
  Page,
  SummaryList,
  TextField,
  TitleBar,
  type FormErrors,
} from '../../../platform/pages/index.js';
import { reopeningRefusal, suspensionRefusal } from '../../domain/account-suspension.rules.js';
import type { PersonActor } from '../../../kernel/index.js';
import type { ConsultedAccount } from '../../use-cases/consult-accounts.js';
import type { OpenSession } from '../../use-cases/ports.js';
import { ACCOUNT_STATE_WORDS, membershipWords, roleWords } from './account-words.js';
import { ACCOUNTS_PATH } from './accounts-search.js';

/** The trail above the pages of accounts. */
export const ACCOUNT_CRUMBS = [{ href: ACCOUNTS_PATH, label: 'Comptes' }];

interface AccountContent {
  readonly consulted: ConsultedAccount;
  readonly actor: PersonActor;
  /** Hours are shown on the clock of whoever looks. */
  readonly timeZone: string;
  readonly errors?: FormErrors;
  /** Why the last act was not done. */
  readonly refusal?: string;
}

/** An account: who it is, where it works, what it has open, and what an administrator may do. */
export function accountPage({ consulted, actor, timeZone, errors = {}, refusal }: AccountContent) {
  const { account, sessions } = consulted;
  const { label, tone } = ACCOUNT_STATE_WORDS[account.state];
  const content = (
    <>
      <ErrorSummary errors={errors} />
      <TitleBar title={account.displayName} over="Compte">
        <Badge label={label} tone={tone} />
      </TitleBar>
      {refusal !== undefined && (
        <Alert tone="error" title="Votre action n’a pas été enregistrée">
          <p>{typeset(refusal)}</p>
        </Alert>
      )}
      <Acts consulted={consulted} actor={actor} errors={errors} />
      <h2>Qui et où</h2>
      <SummaryList
        facts={[
          { label: 'Adresse électronique', value: account.email },
          {
            label: 'Rôles',
            value: (
              <ul>
                {account.memberships.map((one) => (
                  <li key={membershipWords(one)}>{membershipWords(one)}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <h2>Sessions ouvertes</h2>
      <SessionLines
        path={`${ACCOUNTS_PATH}/${account.id}`}
        sessions={sessions}
        timeZone={timeZone}
      />
      <p>
        <a href={`/admin/journal?compte=${account.id}`}>
          Voir les actes de sécurité de ce compte ces sept derniers jours
        </a>
      </p>
    </>
  );
  const hasErrors = Object.keys(errors).length > 0;
  const status = refusal === undefined ? (hasErrors ? 422 : 200) : 409;
  return new Page('Compte', content, { crumbs: ACCOUNT_CRUMBS, status, isError: status !== 200 });
}

function Acts({
  consulted,
  actor,
  errors,
}: Pick<AccountContent, 'consulted' | 'actor' | 'errors'>) {
  const { account, sessions } = consulted;
  const path = `${ACCOUNTS_PATH}/${account.id}`;
  if (account.state === 'pending') return <Approval path={path} errors={errors ?? {}} />;
  if (reopeningRefusal({ account }, actor) === undefined) {
    return <ActionForm action={`${path}/reouverture`} label="Rouvrir le compte" />;
  }
  if (suspensionRefusal({ account, isLastAdministrator: false }, actor) !== undefined) return null;
  const open = sessions.length;
  return (
    <details class="fr-mb-3w">
      <summary>Suspendre le compte</summary>
      <p>
        {typeset(
          open === 0
            ? 'La personne ne pourra plus se connecter. Vous pourrez rouvrir le compte.'
            : `${counted(open, 'session se fermera', 'sessions se fermeront')} aussitôt et la personne ne pourra plus se connecter. Vous pourrez rouvrir le compte.`,
        )}
      </p>
      <ActionForm action={`${path}/suspension`} kind="secondary" label="Suspendre le compte" />
    </details>
  );
}

function Approval({ path, errors }: { readonly path: string; readonly errors: FormErrors }) {
  return (
    <section class="app-todo" aria-labelledby="approbation-titre">
      <h2 class="fr-h4" id="approbation-titre">
        À approuver
      </h2>
      <p>
        {typeset(
          'Ce compte n’ouvre rien tant qu’une seconde personne ne l’a pas approuvé. Vérifiez qui il désigne, puis saisissez le code qui vous a été remis. Si vous l’avez créé, ou si vous avez demandé son code, adressez-vous à une autre personne de l’administration.',
        )}
      </p>
      <form method="post" action={`${path}/approbation`} noValidate>
        <TextField name="code" label="Code d’approbation" error={errors['code']} />
        <button class="fr-btn" type="submit">
          Approuver le compte
        </button>
      </form>
      <details>
        <summary>Le code est perdu</summary>
        <p>
          {typeset(
            'Un nouveau code vous sera montré une fois. Remettez-le à une autre personne de l’administration : vous ne pourrez pas approuver le compte avec ce code.',
          )}
        </p>
        <ActionForm action={`${path}/code`} kind="secondary" label="Donner un nouveau code" />
      </details>
    </section>
  );
}

interface SessionLinesProps {
  readonly path: string;
  readonly sessions: readonly OpenSession[];
  readonly timeZone: string;
}

function SessionLines({ path, sessions, timeZone }: SessionLinesProps) {
  if (sessions.length === 0) return <p>Aucune session n’est ouverte.</p>;
  return (
    <ul class="app-choices">
      {sessions.map((session) => (
        <li key={session.id}>
          <p>{sessionWords(session, timeZone)}</p>
          <ActionForm
            action={`${path}/sessions/${session.id}/fin`}
            kind="secondary"
            label="Fermer cette session"
          />
        </li>
      ))}
    </ul>
  );
}

/** A session in one line, on the clock of whoever looks. */
export function sessionWords(session: OpenSession, timeZone: string): string {
  const { role, organisationName, startedAt, seenAt } = session;
  return `${roleWords(role)} – ${organisationName}, ouverte le ${longInstant(startedAt, timeZone)}, utilisée le ${longInstant(seenAt, timeZone)}`;
}
