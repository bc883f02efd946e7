import { Argument, Option, type Command } from 'commander';
import { playMonth } from '../demonstration/month/play-month.js';
import { checkConsistency } from './commands/check-consistency.js';
import {
  CHECK_FORMATS,
  checkOneFile,
  type CheckFileTaskOptions,
} from './commands/check-one-file.js';
import { exemptSlot, reissueFile } from './commands/exchange-calendar.js';
import { backUp, type BackUpOptions } from './commands/back-up.js';
import { frenchCommand } from './commands/french-command.js';
import {
  exportReference,
  loadReference,
  type LoadReferenceOptions,
} from './commands/load-reference.js';
import {
  approveAccount,
  createAccount,
  createClient,
  revokeClient,
  type NewAccountOptions,
  type NewClientOptions,
} from './commands/manage-accounts.js';
import { migrate } from './commands/migrate.js';
import { publishNotice } from './commands/publish-notice.js';
import { replayExchange } from './commands/replay-exchange.js';
import { restore, type RestoreOptions } from './commands/restore.js';
import { withService } from './commands/with-service.js';
import { announcedService } from './data-folder.js';
import { REFERENCE_SETS } from '../organisations/index.js';
import { print } from './printer.js';
import { readConfiguration } from './read-configuration.js';
import { StartRefused } from './run-program.js';

/** `npm run cli -- …`: the operator's tasks. */
export async function cliProgram(): Promise<void> {
  await operatorTasks().parseAsync();
}

function operatorTasks(): Command {
  const cli = frenchCommand('passerelle', 'Tâches d’exploitation de Passerelle');
  cli.addCommand(
    frenchCommand(
      'migrate',
      'Met la base de données à jour, avec les données de référence livrées',
    ).action(migrate),
  );
  addReferenceTasks(cli);
  addAccountTasks(cli);
  addClientTasks(cli);
  addExchangeTasks(cli);
  addBackupTasks(cli);
  cli.addCommand(
    frenchCommand(
      'consistency:check',
      'Vérifie pour tous les jeunes qu’un organisme les suit, avec une prochaine action et une date',
    ).action(() => withService(checkConsistency)),
  );
  return cli;
}

function addBackupTasks(cli: Command): void {
  cli.addCommand(
    frenchCommand('backup', 'Sauvegarde la base de données fournie, sans l’arrêter')
      .option('--to <dossier>', 'nouveau dossier ; par défaut à côté des données')
      .action((options: BackUpOptions) => backUp(options)),
  );
  cli.addCommand(
    frenchCommand('restore', 'Remet une sauvegarde à la place des données, Passerelle arrêtée')
      .argument('<dossier>', 'dossier de la sauvegarde')
      .option('--replace', 'met de côté les données présentes')
      .action((folder: string, options: RestoreOptions) => restore(folder, options)),
  );
}

function addReferenceTasks(cli: Command): void {
  cli.addCommand(
    frenchCommand(
      'reference:load',
      'Montre ce que change un fichier de référence : communes par mission locale, ou un autre',
    )
      .argument('<fichier>', 'CSV, comme celui que reference:export écrit')
      .addOption(
        new Option('--set <nom>', 'ce que contient le fichier')
          .choices([...REFERENCE_SETS])
          .default('couverture', 'couverture'),
      )
      .option('--valid-from <jour>', 'premier jour de validité d’une couverture, AAAA-MM-JJ')
      .option('--apply', 'applique les différences montrées')
      .option('--operator <adresse>', 'administrateur qui charge le fichier')
      .action((file: string, options: LoadReferenceOptions) =>
        withService((service) => loadReference(service, file, options)),
      ),
  );
  cli.addCommand(
    frenchCommand('reference:export', 'Écrit un référentiel en CSV, pour le corriger')
      .addArgument(new Argument('<nom>', 'référentiel').choices([...REFERENCE_SETS]))
      .action((name: string) => withService((service) => exportReference(service, name))),
  );
  cli.addCommand(
    frenchCommand('notice:publish', 'Met en vigueur une version de la notice d’information')
      .argument('<version>', 'version que les orientations citeront')
      .requiredOption('--valid-from <jour>', 'premier jour de validité, AAAA-MM-JJ')
      .action((version: string, options: { validFrom: string }) =>
        withService((service) => publishNotice(service, version, options)),
      ),
  );
}

function addAccountTasks(cli: Command): void {
  cli.addCommand(
    frenchCommand('account:create', 'Crée un compte, à faire approuver par une seconde personne')
      .argument('<adresse>', 'adresse électronique')
      .requiredOption('--name <nom>', 'nom affiché')
      .requiredOption('--role <role>', 'rôle, par exemple ml-adviser, recruiter, admin')
      .requiredOption('--organisation <code>', 'code de l’organisme')
      .option('--operator <adresse>', 'administrateur qui crée le compte')
      .action((email: string, options: NewAccountOptions) =>
        withService((service) => createAccount(service, email, options)),
      ),
  );
  cli.addCommand(
    frenchCommand('account:approve', 'Ouvre un compte créé par une autre personne')
      .argument('<adresse>', 'adresse électronique du compte')
      .requiredOption('--code <code>', 'code remis par la personne qui a créé le compte')
      .option('--operator <adresse>', 'administrateur qui approuve')
      .action((email: string, options: { code: string; operator?: string }) =>
        withService((service) => approveAccount(service, email, options)),
      ),
  );
}

function addClientTasks(cli: Command): void {
  cli.addCommand(
    frenchCommand('client:create', 'Enregistre le logiciel d’un organisme')
      .argument('<client>', 'identifiant du client')
      .requiredOption('--organisation <code>', 'code de l’organisme')
      .requiredOption('--scopes <portees>', 'portées séparées par des virgules')
      .option('--keys <fichier>', 'clés publiques (JWK Set), au lieu d’un secret')
      .option('--operator <adresse>', 'administrateur qui enregistre le client')
      .action((clientId: string, options: NewClientOptions) =>
        withService((service) => createClient(service, clientId, options)),
      ),
  );
  cli.addCommand(
    frenchCommand('client:revoke', 'Retire un client pour toujours')
      .argument('<client>', 'identifiant du client')
      .option('--operator <adresse>', 'administrateur qui retire le client')
      .action((clientId: string, options: { operator?: string }) =>
        withService((service) => revokeClient(service, clientId, options)),
      ),
  );
}

function addExchangeTasks(cli: Command): void {
  cli.addCommand(
    frenchCommand('check-file', 'Contrôle un fichier avant son envoi, sans rien transmettre')
      .argument('<fichier>', 'fichier CSV, son manifeste à côté de lui')
      .addOption(
        new Option('--format <format>', 'forme du compte rendu')
          .choices(CHECK_FORMATS)
          .default('json', 'json'),
      )
      .option('--manifest <manifeste>', 'manifeste, quand il est ailleurs')
      .action((file: string, options: CheckFileTaskOptions) => checkOneFile(file, options)),
  );
  cli.addCommand(
    frenchCommand('exchange:replay', 'Remet en file le traitement d’un fichier déposé')
      .argument('<id>', 'identifiant du fichier')
      .action((id: string) => withService((service) => replayExchange(service, id))),
  );
  cli.addCommand(
    frenchCommand('exchange:exempt', 'Dispense un organisme du fichier d’un mois')
      .argument('<organisme>', 'code de l’organisme')
      .argument('<flux>', 'code du flux, par exemple SUI')
      .argument('<mois>', 'AAAA-MM')
      .requiredOption('--reason <motif>', 'par exemple AUCUN_VOLONTAIRE')
      .action((organisation: string, flow: string, month: string, options: { reason: string }) =>
        withService((service) => exemptSlot(service, organisation, flow, month, options)),
      ),
  );
  cli.addCommand(
    frenchCommand('exchange:reissue', 'Remet un fichier à disposition de son destinataire')
      .argument('<organisme>', 'code du destinataire')
      .argument('<id>', 'identifiant du fichier dans sa boîte')
      .action((organisation: string, id: string) =>
        withService((service) => reissueFile(service, organisation, id)),
      ),
  );
  cli.addCommand(
    frenchCommand('demo:month', 'Joue un mois d’échanges de fichiers sur la démonstration lancée')
      .option('--url <adresse>', 'adresse du service ; par défaut celui de ce dossier')
      .action((options: { url?: string }) => playMonth(serviceUrl(options.url), print)),
  );
}

/** @throws StartRefused when no service said where it answers */
function serviceUrl(given: string | undefined): string {
  const url = given ?? announcedService(readConfiguration().dataDirectory)?.url;
  if (url) return url.replace(/\/+$/, '');
  throw new StartRefused(
    'La démonstration ne tourne pas : lancez « npm start » dans un autre terminal.',
  );
}
