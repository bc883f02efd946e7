import { counted, typeset } from '../../../platform/french/index.js';
import {
  ActionForm,
  Badge,
  buttonClass,
  CheckboxesField,
  DataTable,
  EmptyState,
  Page,
  TextField,
  TitleBar,
  TwoLines,
  type Column,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import { MACHINE_SCOPES } from '../../domain/machine-scope.js';
import type { ListedClient } from '../../use-cases/ports.js';
import { creationFormPage, OrganisationField } from './creation-form.js';
import { SCOPE_WORDS } from './scope-words.js';
import { shownOncePage } from './shown-once.page.js';

export const CLIENTS_PATH = '/admin/clients';

/** The trail above the pages of clients. */
const CRUMBS = [{ href: CLIENTS_PATH, label: 'Clients techniques' }];

const COLUMNS: readonly Column<ListedClient>[] = [
  {
    key: 'client',
    label: 'Client',
    cell: ({ clientId, hasKeys }) => (
      <TwoLines under={hasKeys ? 'clé publique' : 'secret'}>{clientId}</TwoLines>
    ),
  },
  {
    key: 'organisme',
    label: 'Organisme',
    cell: ({ organisationName, organisationCode }) => (
      <TwoLines under={organisationCode}>{organisationName}</TwoLines>
    ),
  },
  { key: 'portees', label: 'Portées', cell: ({ scopes }) => scopes.join(', ') },
  {
    key: 'etat',
    label: 'État',
    cell: (client) =>
      client.isRevoked ? (
        <Badge tone="neutral" label="Révoqué" />
      ) : (
        <a href={`${CLIENTS_PATH}/${encodeURIComponent(client.clientId)}/revocation`}>
          Révoquer<span class="app-sr"> {client.clientId}</span>
        </a>
      ),
  },
];

/** The software of partners that may use the service. */
export function clientsPage(clients: readonly ListedClient[]): Page {
  const content = (
    <>
      <TitleBar title="Clients techniques" />
      <p>
        <a class={buttonClass()} href={`${CLIENTS_PATH}/nouveau`}>
          Créer un client
        </a>
      </p>
      <p class="app-results__count">{counted(clients.length, 'client', 'clients')}</p>
      {clients.length === 0 ? (
        <EmptyState title="Aucun client">
          <p>{typeset('Un logiciel partenaire se connecte avec un client créé ici.')}</p>
        </EmptyState>
      ) : (
        <DataTable
          id="clients"
          caption="Clients techniques"
          columns={COLUMNS}
          rows={clients}
          keyOf={({ clientId }) => clientId}
          hasCards
        />
      )}
    </>
  );
  return new Page('Clients techniques', content);
}

const SCOPE_CHOICES = MACHINE_SCOPES.map((scope) => ({
  value: scope,
  label: `${SCOPE_WORDS[scope]} (${scope})`,
}));

/** The form that creates a client with a secret. */
export function newClientPage(form: FormValues, errors: FormErrors = {}): Page {
  return creationFormPage({
    title: 'Créer un client technique',
    crumbs: CRUMBS,
    lead: 'Un secret sera tiré au sort et montré une fois. Pour un client à clé publique, utilisez la ligne de commande : le guide d’exploitation la décrit.',
    action: CLIENTS_PATH,
    button: 'Créer le client',
    errors,
    fields: (
      <>
        <TextField
          name="identifiant"
          label="Identifiant"
          hint="De 3 à 64 lettres sans accent, chiffres, points, tirets ou soulignés."
          value={form.text('identifiant')}
          error={errors['identifiant']}
          maxlength={64}
        />
        <OrganisationField form={form} errors={errors} />
        <CheckboxesField
          name="portees"
          label="Portées"
          hint="Ce que le logiciel pourra faire, pour cet organisme seulement."
          values={form.ticked('portees')}
          choices={SCOPE_CHOICES}
          error={errors['portees']}
        />
      </>
    ),
  });
}

/** After the creation: the secret. */
export function createdClientPage(clientId: string, secret: string): Page {
  return shownOncePage({
    title: `Client ${clientId} créé`,
    crumbs: CRUMBS,
    todo: 'Notez ce secret maintenant',
    secret,
    about:
      'Il ne sera plus jamais montré. Remettez-le au partenaire par un autre chemin que l’identifiant.',
    next: { href: CLIENTS_PATH, label: 'Revenir aux clients' },
  });
}

/** Asks once before a client is revoked, which cannot be undone. */
export function revocationPage(clientId: string): Page {
  const path = `${CLIENTS_PATH}/${encodeURIComponent(clientId)}/revocation`;
  const content = (
    <div class="app-column">
      <TitleBar title="Révoquer un client technique" />
      <p>
        {typeset(
          'Ses jetons n’ouvriront plus rien dans la minute. Une révocation ne se défait pas : il faudrait créer un autre client et reconfigurer le logiciel du partenaire.',
        )}
      </p>
      <p>
        Client : <strong>{clientId}</strong>
      </p>
      <div class="app-buttons">
        <ActionForm action={path} label="Révoquer le client" />
        <a class={buttonClass('secondary')} href={CLIENTS_PATH}>
          Ne pas révoquer
        </a>
      </div>
    </div>
  );
  return new Page('Révoquer un client technique', content, { crumbs: CRUMBS });
}
