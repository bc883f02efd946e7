import { counted, typeset } from '../../../platform/french/index.js';
import { ActionForm, Alert, Page, TitleBar } from '../../../platform/pages/index.js';
import { organisationText, type OrganisationText } from '../../domain/organisation-text.js';
import type { OrganisationDifference } from '../../use-cases/change-organisation.js';
import type { Attached } from '../../use-cases/ports.js';
import { Differences } from '../differences.js';
import { formOfText } from './organisation-form.js';
import { REGISTER_CRUMBS } from './organisation-form.page.js';
import { FIELD_LABELS, fieldWords } from './organisation-words.js';
import { REGISTER_PATH } from './register-search.js';

interface DifferenceView {
  readonly difference: OrganisationDifference;
  /** The version that the form was made from. */
  readonly version: string;
  /** What hangs on an organisation that gets a last day; null when it gets none. */
  readonly closing: { readonly attached: Attached; readonly openFiles: number | null } | null;
}

/** What would change, before and after; nothing is applied yet. */
export function differencePage({ difference, version, closing }: DifferenceView): Page {
  const { before, after, changes } = difference;
  const title = before ? 'Vérifier les changements' : 'Vérifier l’organisme à ajouter';
  const here = before ? `${REGISTER_PATH}/${before.id}` : REGISTER_PATH;
  const text = organisationText(after);
  const content = (
    <>
      <TitleBar title={title} over={after.usualName} />
      {changes.length === 0 ? (
        <Alert tone="info" title="Rien ne change">
          <p>Ce que vous avez saisi est ce qui est déjà enregistré.</p>
        </Alert>
      ) : (
        <Differences
          id="differences"
          caption="Valeurs avant et après"
          changes={changes}
          labelOf={(field) => FIELD_LABELS[field] ?? field}
          wordsOf={fieldWords}
        />
      )}
      {closing && <Closing {...closing} />}
      {changes.length > 0 && <Reversal isNew={before === null} />}
      <div class="app-buttons">
        {changes.length > 0 && (
          <ActionForm
            action={here}
            label={before ? 'Appliquer les changements' : 'Ajouter l’organisme'}
            values={{ ...formOfText(text), version }}
          />
        )}
        <BackToForm here={here} text={text} version={version} isNew={before === null} />
      </div>
    </>
  );
  const crumbs = before
    ? [...REGISTER_CRUMBS, { href: here, label: before.usualName }]
    : REGISTER_CRUMBS;
  return new Page(title, content, { crumbs });
}

function Reversal({ isNew }: { readonly isNew: boolean }) {
  return (
    <p>
      {typeset(
        isNew
          ? 'Un organisme ajouté ne se supprime pas : il se clôt, en lui donnant un dernier jour. Son code et sa nature ne changent plus.'
          : 'L’historique de l’organisme garde les valeurs d’avant : vous pourrez les reprendre.',
      )}
    </p>
  );
}

interface BackProps {
  readonly here: string;
  readonly text: OrganisationText;
  readonly version: string;
  readonly isNew: boolean;
}

/** Back to what was typed: in the address, since it is public data and no page keeps it. */
function BackToForm({ here, text, version, isNew }: BackProps) {
  const typed = new URLSearchParams({ ...formOfText(text), ...(isNew ? {} : { version }) });
  return (
    <a
      class="fr-btn fr-btn--secondary"
      href={`${here}/${isNew ? 'nouveau' : 'modification'}?${typed.toString()}`}
    >
      Corriger la saisie
    </a>
  );
}

function Closing({ attached, openFiles }: NonNullable<DifferenceView['closing']>) {
  return (
    <Alert tone="warning" title="Ce que la fin de cet organisme entraîne, le lendemain">
      <ul>
        {consequences(attached, openFiles).map((one) => (
          <li key={one}>{typeset(one)}</li>
        ))}
      </ul>
      <p>{typeset('Retirer le dernier jour rétablit tout cela.')}</p>
    </Alert>
  );
}

/** What ends with an organisation, in sentences. */
export function consequences(attached: Attached, openFiles: number | null): string[] {
  const { accounts, clients, conventions, communes } = attached;
  const files =
    openFiles === 0
      ? 'Aucun dossier n’attend de réponse.'
      : `${counted(openFiles ?? 0, 'dossier attend', 'dossiers attendent')} encore une réponse et resteront sans suite : faites-les terminer avant.`;
  return [
    accounts === 0
      ? 'Aucun compte n’y travaille.'
      : `${counted(accounts, 'compte ne pourra plus y travailler', 'comptes ne pourront plus y travailler')}.`,
    ...(clients === 0
      ? []
      : [
          `${counted(clients, 'client technique n’aura plus accès', 'clients techniques n’auront plus accès')} au service.`,
        ]),
    ...(conventions === 0
      ? []
      : [
          `${counted(conventions, 'convention cessera', 'conventions cesseront')} de valoir : plus d’orientation nouvelle, plus de fichier attendu.`,
        ]),
    ...(communes === 0
      ? []
      : [
          `${counted(communes, 'commune n’aura plus', 'communes n’auront plus')} de mission locale, jusqu’à ce qu’une nouvelle couverture en donne une.`,
        ]),
    ...(openFiles === null ? [] : [files]),
  ];
}
