import { parseInstant } from '../../kernel/index.js';
import { longInstant } from '../../platform/french/index.js';
import type { KeptMail } from '../../platform/mail/index.js';
import { EmptyState, Page, SummaryList, TitleBar } from '../../platform/pages/index.js';

/** Where the demonstration shows the messages it keeps. */
export const CAUGHT_MAIL_PATH = '/demonstration/courriels';

/** The messages the demonstration would have sent, newest first. */
export function caughtMailPage(mails: readonly KeptMail[], timeZone: string): Page {
  const content = (
    <>
      <TitleBar title="Courriels de la démonstration" />
      <p>
        Les personnes de la démonstration n’existent pas : leurs messages restent ici. Ils partent
        le matin, à partir de 7 h 30 à l’heure de chacun.
      </p>
      {mails.length === 0 ? (
        <EmptyState title="Aucun message">
          <p>Le prochain apparaîtra ici.</p>
        </EmptyState>
      ) : (
        mails.map((mail) => <Message key={mail.id} mail={mail} timeZone={timeZone} />)
      )}
    </>
  );
  return new Page('Courriels de la démonstration', content);
}

function Message(props: { readonly mail: KeptMail; readonly timeZone: string }) {
  const { subject, to, text, keptAt } = props.mail;
  const at = parseInstant(keptAt);
  return (
    <article>
      <h2>{subject}</h2>
      <SummaryList
        facts={[
          { label: 'Pour', value: to },
          { label: 'Le', value: at && longInstant(at, props.timeZone) },
        ]}
      />
      <p class="app-message">{text}</p>
    </article>
  );
}
