import type { Instant } from '../../../kernel/index.js';
import { longInstant, typeset } from '../../../platform/french/index.js';
import { Alert, buttonClass, FactsSection, Page, TitleBar } from '../../../platform/pages/index.js';
import type { SheetView } from '../../http/sheet.view.js';
import {
  incorporationWords,
  PUBLISH_PATH,
  SHEET_CRUMBS,
  sheetPath,
  SHEETS_PATH,
  territoryWords,
} from '../sheet-words.js';

interface SheetProps {
  readonly view: SheetView;
  /** Of the own unit; none for anybody else. */
  readonly versions: readonly SheetView[];
  readonly timeZone: string;
  readonly mayPublish: boolean;
}

/** A sheet on one page, that prints as it reads. */
export function sheetPage({ view, versions, timeZone, mayPublish }: SheetProps): Page {
  const published = longInstant(view.publishedAt as Instant, timeZone);
  const content = (
    <div class="app-column">
      <TitleBar title={view.unit.name} over={`Fiche d’offre, version ${view.number}`}>
        {mayPublish && (
          <a class={buttonClass('secondary')} href={PUBLISH_PATH}>
            Publier une nouvelle version
          </a>
        )}
      </TitleBar>
      {view.state === 'replaced' && (
        <Alert tone="warning" title="Cette version est remplacée">
          <p>
            <a href={SHEETS_PATH}>Lire celle qui est en vigueur</a>
          </p>
        </Alert>
      )}
      <Lines id="incorporations" title="Prochaines incorporations" empty="Non annoncées.">
        {view.incorporations.map(incorporationWords)}
      </Lines>
      <Lines id="filieres" title="Filières" empty="Non précisées.">
        {view.tracks}
      </Lines>
      <Lines id="conditions" title="Conditions" empty="Demandez-les à l’unité.">
        {view.conditions}
      </Lines>
      <FactsSection
        id="contact"
        title="Contact"
        facts={[
          { label: 'Service', value: view.contactService },
          { label: 'Téléphone', value: view.contactPhone },
          { label: 'Adresse électronique', value: view.contactEmail },
          { label: 'Territoire', value: territoryWords(view.territory) },
        ]}
      />
      <p>{typeset(`Publiée le ${published}. Imprimez cette page pour la remettre au jeune.`)}</p>
      {versions.length > 1 && <Versions versions={versions} timeZone={timeZone} id={view.id} />}
    </div>
  );
  return new Page(`Fiche d’offre – ${view.unit.name}`, content, { crumbs: SHEET_CRUMBS });
}

interface LinesProps {
  readonly id: string;
  readonly title: string;
  readonly empty: string;
  readonly children: readonly string[];
}

function Lines({ id, title, empty, children }: LinesProps) {
  return (
    <section aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{title}</h2>
      {children.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <ul>
          {children.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

type VersionsProps = Pick<SheetProps, 'versions' | 'timeZone'> & { readonly id: string };

function Versions({ versions, timeZone, id }: VersionsProps) {
  return (
    <section aria-labelledby="versions-titre">
      <h2 id="versions-titre">Versions</h2>
      <ul>
        {versions.map((one) => (
          <li key={one.id}>
            {one.id === id ? (
              `Version ${one.number}`
            ) : (
              <a href={sheetPath(one.id)}>{`Version ${one.number}`}</a>
            )}
            {typeset(`, publiée le ${longInstant(one.publishedAt as Instant, timeZone)}`)}
            {one.state === 'published' ? ', en vigueur' : ', remplacée'}
          </li>
        ))}
      </ul>
    </section>
  );
}
