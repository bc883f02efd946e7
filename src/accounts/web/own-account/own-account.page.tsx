import { typeset } from '../../../platform/french/index.js';
import { ActionForm, Page, SummaryList, TitleBar } from '../../../platform/pages/index.js';
import type { OwnAccount } from '../../use-cases/own-sessions.js';
import type { OpenSession } from '../../use-cases/ports.js';
import { sessionWords } from '../administration/account.page.js';
import { membershipWords } from '../administration/account-words.js';

export const OWN_ACCOUNT_PATH = '/compte';
/** How often one is written to: a page of one's account that the messages lead to as well. */
export const MAIL_PREFERENCES_PATH = `${OWN_ACCOUNT_PATH}/courriels`;

/** Who one is here, where one may work, and which sessions are open. */
export function ownAccountPage(account: OwnAccount, timeZone: string): Page {
  const { displayName, email, memberships, sessions, currentId } = account;
  const others = sessions.filter(({ id }) => id !== currentId);
  const current = sessions.find(({ id }) => id === currentId);
  const content = (
    <>
      <TitleBar title="Mon compte" />
      <SummaryList
        facts={[
          { label: 'Nom', value: displayName },
          { label: 'Adresse électronique', value: email },
          {
            label: 'Rôles',
            value: (
              <ul>
                {memberships.map((one) => (
                  <li key={membershipWords(one)}>{membershipWords(one)}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <p>{typeset('Une erreur ? Le responsable de votre organisme peut la faire corriger.')}</p>
      <h2>Courriels</h2>
      <p>
        <a href={MAIL_PREFERENCES_PATH}>Choisir quand Passerelle vous écrit</a>
      </p>
      <h2>Sessions ouvertes</h2>
      {current && <p>{`Celle-ci : ${sessionWords(current, timeZone)}.`}</p>}
      <Others sessions={others} timeZone={timeZone} />
    </>
  );
  return new Page('Mon compte', content);
}

function Others(props: { readonly sessions: readonly OpenSession[]; readonly timeZone: string }) {
  const { sessions, timeZone } = props;
  if (sessions.length === 0) return <p>Aucune autre session n’est ouverte.</p>;
  return (
    <>
      <p>
        {typeset(
          'Si vous ne reconnaissez pas une session, fermez-la et prévenez votre responsable.',
        )}
      </p>
      <ul class="app-choices">
        {sessions.map((session) => (
          <li key={session.id}>
            <p>{sessionWords(session, timeZone)}</p>
            <ActionForm
              action={`${OWN_ACCOUNT_PATH}/sessions/${session.id}/fin`}
              kind="secondary"
              label="Fermer cette session"
            />
          </li>
        ))}
      </ul>
    </>
  );
}
