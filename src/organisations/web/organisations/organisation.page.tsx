import { counted, frenchNumber, longInstant } from '../../../platform/french/index.js';
import {
  Badge,
  buttonClass,
  Page,
  SummaryList,
  TitleBar,
  type Fact,
} from '../../../platform/pages/index.js';
import { ORGANISATION_FIELDS } from '../../domain/organisation-changes.js';
import type { ConsultedOrganisation } from '../../use-cases/consult-register.js';
import type { PastAct } from '../../use-cases/ports.js';
import { Differences } from '../differences.js';
import { REGISTER_CRUMBS } from './organisation-form.page.js';
import { FIELD_LABELS, fieldWords, STANDING_WORDS } from './organisation-words.js';
import { REGISTER_PATH } from './register-search.js';

/** One organisation: what it is, what hangs on it, what was changed of it. */
export function organisationPage(consulted: ConsultedOrganisation, timeZone: string): Page {
  const { organisation, standing, history } = consulted;
  const here = `${REGISTER_PATH}/${organisation.id}`;
  const facts = ORGANISATION_FIELDS.map((field) => {
    return { label: FIELD_LABELS[field] ?? field, value: fieldWords(field, organisation[field]) };
  });
  const content = (
    <>
      <TitleBar title={organisation.usualName} over="Organisme">
        <Badge {...STANDING_WORDS[standing]} />
      </TitleBar>
      <p>
        <a class={buttonClass()} href={`${here}/modification`}>
          Modifier ou clore l’organisme
        </a>
      </p>
      <h2>Ce qu’il est</h2>
      <SummaryList facts={facts} />
      <h2>Ce qui en dépend aujourd’hui</h2>
      <SummaryList facts={attachedFacts(consulted)} />
      <h2>Ce qui a été changé</h2>
      {history.length === 0 ? (
        <p>Rien n’a été changé depuis que l’organisme est au registre.</p>
      ) : (
        <ol class="app-timeline">
          {history.map((act) => (
            <Act key={act.actId} act={act} here={here} timeZone={timeZone} />
          ))}
        </ol>
      )}
      <p>
        <a href={`/admin/journal?organisme=${encodeURIComponent(organisation.code)}`}>
          Voir le journal de cet organisme
        </a>
      </p>
    </>
  );
  return new Page(organisation.usualName, content, { crumbs: REGISTER_CRUMBS });
}

function attachedFacts({ organisation, attached, openFiles }: ConsultedOrganisation): Fact[] {
  const { accounts, clients, communes, conventions } = attached;
  return [
    { label: 'Comptes ouverts', value: frenchNumber(accounts) },
    { label: 'Clients techniques', value: frenchNumber(clients) },
    ...(organisation.kind === 'mission-locale'
      ? [{ label: 'Communes couvertes', value: frenchNumber(communes) }]
      : []),
    ...(organisation.kind === 'national'
      ? []
      : [{ label: 'Conventions en cours', value: frenchNumber(conventions) }]),
    ...(openFiles === null
      ? []
      : [{ label: 'Dossiers sans réponse', value: frenchNumber(openFiles) }]),
  ];
}

interface ActProps {
  readonly act: PastAct;
  readonly here: string;
  readonly timeZone: string;
}

function Act({ act, here, timeZone }: ActProps) {
  const isAddition = act.changes.some(({ field }) => field === 'code');
  const title = isAddition
    ? 'Ajout de l’organisme'
    : counted(act.changes.length, 'valeur changée', 'valeurs changées');
  const who = act.name ?? (act.actorType === 'system' ? 'Passerelle' : 'Compte inconnu');
  const when = longInstant(act.at, timeZone);
  return (
    <li>
      <h3 class="app-timeline__title">{title}</h3>
      <p class="app-timeline__meta">
        <time dateTime={act.at}>{when}</time>
        {` · ${who}`}
      </p>
      {!isAddition && (
        <>
          <Differences
            id={`acte-${act.actId}`}
            caption={`Valeurs avant et après, ${when}`}
            changes={act.changes}
            labelOf={(field) => FIELD_LABELS[field] ?? field}
            wordsOf={fieldWords}
          />
          <p>
            <a href={`${here}/modification?acte=${act.actId}`}>
              Reprendre les valeurs d’avant
              <span class="app-sr">{` du ${when}`}</span>
            </a>
          </p>
        </>
      )}
    </li>
  );
}
