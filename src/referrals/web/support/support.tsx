import { typeset } from '../../../platform/french/index.js';
import { SummaryList } from '../../../platform/pages/index.js';
import type { SupportSection } from './support-sections.js';

/** CEJ and PACEA of a young person: dates, days left, what follows from a service. */
export function Support({ section: { contracts, recordHref } }: { section: SupportSection }) {
  return (
    <section aria-labelledby="accompagnement-titre">
      <h2 id="accompagnement-titre">CEJ et PACEA</h2>
      {contracts.length === 0 && <p>Aucun contrat n’est enregistré pour ce jeune.</p>}
      {contracts.map(({ href, title, facts, warnings }) => (
        <div key={href}>
          <h3>
            <a href={href}>{title}</a>
          </h3>
          {warnings.length > 0 && (
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{typeset(warning)}</li>
              ))}
            </ul>
          )}
          <SummaryList facts={facts} />
        </div>
      ))}
      <p>
        <a href={recordHref}>Enregistrer un contrat</a>
      </p>
    </section>
  );
}
