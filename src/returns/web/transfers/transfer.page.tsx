import type { LocalDate } from '../../../kernel/index.js';
import { listedName } from '../../../people/index.js';
import { longDate, shortDate, typeset } from '../../../platform/french/index.js';
import {
  ActionForm,
  Badge,
  ErrorSummary,
  FactsSection,
  Page,
  reasonGroups,
  SelectField,
  RefusedAct,
  TitleBar,
  type FormErrors,
} from '../../../platform/pages/index.js';
import type { ReturnCause } from '../../domain/return-episode.js';
import { TRANSFER_REFUSAL_TREE } from '../../domain/transfer-codes.js';
import type { TransferState } from '../../domain/transfer.js';
import type { TransferView } from '../../http/transfer.view.js';
import { FILE_CRUMBS } from '../file/file.page.js';
import { CAUSE_WORDS, NO_CAUSE } from '../return-words.js';
import { reasonWords, TRANSFER_WORDS } from '../transfer-words.js';
import { TRANSFERS_PATH } from '../worklist/worklist-search.js';

const TITLE = 'Transfert proposé';

/** A proposal, with what it takes to decide and the two answers. Its title names nobody. */
export function transferPage(view: TransferView, errors: FormErrors, refusal: string | null): Page {
  const { label, tone } = TRANSFER_WORDS[view.state as TransferState];
  const isError = refusal !== null || Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={listedName(view.youngPerson)} over={view.from.name}>
        <Badge tone={tone} label={label} />
        {view.isMinor && <Badge tone="error" label="Mineur" />}
      </TitleBar>
      {refusal !== null && <RefusedAct refusal={refusal} lastEvent="" />}
      <FactsSection id="proposition" title="Ce qui vous est proposé" facts={factsOf(view)} />
      {view.availableCommands.includes('accept') && <Answers view={view} errors={errors} />}
    </div>
  );
  const crumbs = [...FILE_CRUMBS, { href: TRANSFERS_PATH, label: 'Transferts proposés' }];
  const status = refusal === null ? 422 : 409;
  return new Page(TITLE, content, isError ? { crumbs, isError, status } : { crumbs });
}

function Answers({ view, errors }: { readonly view: TransferView; readonly errors: FormErrors }) {
  const href = `${TRANSFERS_PATH}/${view.id}`;
  return (
    <>
      <section class="app-todo" aria-labelledby="accepter-titre">
        <h2 class="fr-h4" id="accepter-titre">
          Accepter
        </h2>
        <p>
          {typeset(
            'Votre mission locale suivra ce retour : vous recevrez les coordonnées du jeune et ce que l’unité a dit de sa sortie. Vérifiez d’abord dans i-milo que vous le connaissez ou qu’il relève de votre territoire.',
          )}
        </p>
        <ActionForm action={`${href}/acceptation`} label="Accepter le transfert" />
      </section>
      <section aria-labelledby="refuser-titre">
        <h2 id="refuser-titre">Refuser</h2>
        <form method="post" action={`${href}/refus`} noValidate>
          <SelectField
            name="motif"
            label="Motif"
            emptyLabel="Sélectionnez un motif"
            groups={reasonGroups(TRANSFER_REFUSAL_TREE)}
            error={errors['motif']}
          />
          <button class="fr-btn fr-btn--secondary" type="submit">
            Refuser le transfert
          </button>
        </form>
      </section>
    </>
  );
}

function factsOf(view: TransferView) {
  const { youngPerson, cause } = view;
  const place = [youngPerson?.postalCode, youngPerson?.communeCode].filter(Boolean).join(' – ');
  return [
    { label: 'Prénoms', value: youngPerson?.firstNames.join(', ') ?? null },
    { label: 'Nom d’usage', value: youngPerson?.usageName ?? null },
    {
      label: 'Naissance',
      value: youngPerson ? shortDate(youngPerson.birthDate as LocalDate) : null,
    },
    { label: 'Commune (code postal – code Insee)', value: place },
    { label: 'Unité', value: view.unit.name },
    { label: 'Fin du service', value: longDate(view.endsOn as LocalDate) },
    {
      label: 'Motif du retour',
      value: cause === null ? NO_CAUSE : CAUSE_WORDS[cause as ReturnCause],
    },
    { label: 'Proposé par', value: view.from.name },
    { label: 'Motif du transfert', value: reasonWords(view.reason) },
    {
      label: 'Répondre avant le',
      value: typeset(`${longDate(view.dueOn as LocalDate)}. ${view.explanation}`),
    },
  ];
}
