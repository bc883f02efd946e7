import { longDate, typeset } from '../../../../platform/french/index.js';
import { SummaryList } from '../../../../platform/pages/index.js';
import type { PathPart, PersonStep } from './person-paths.js';

/** Who is in charge now, what is next and by when; where nothing is under way, it says so. */
export function NextStep({ step }: { readonly step: PersonStep | null }) {
  return (
    <section class="app-todo" aria-labelledby="suite-titre">
      <h2 class="fr-h4" id="suite-titre">
        {step === null ? 'Rien n’est en cours' : 'Prochaine action'}
      </h2>
      {step === null ? (
        <p>{typeset('Aucun organisme n’a d’action à faire pour ce jeune.')}</p>
      ) : (
        <SummaryList
          facts={[
            { label: 'Organisme qui suit le jeune', value: step.inCharge },
            {
              label: 'À faire',
              value: step.action,
              action: <a href={step.href}>Ouvrir</a>,
            },
            {
              label: 'Date',
              value: step.dueOn === null ? 'Pas encore fixée' : longDate(step.dueOn),
            },
          ]}
        />
      )}
    </section>
  );
}

interface PathProps {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly PathPart[];
}

/** Services or returns of somebody, the latest first; nothing where there is none. */
export function Path({ id, title, parts }: PathProps) {
  if (parts.length === 0) return <></>;
  return (
    <section aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{title}</h2>
      {parts.map(({ href, title: partTitle, facts }) => (
        <div key={href}>
          <h3>
            <a href={href}>{partTitle}</a>
          </h3>
          <SummaryList facts={facts} />
        </div>
      ))}
    </section>
  );
}
