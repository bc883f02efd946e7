import { DEMONSTRATION_ACCOUNTS } from '../demonstration/demonstration-accounts.js';
import { DEMONSTRATION_CLIENTS } from '../demonstration/demonstration-clients.js';
import { CAUGHT_MAIL_PATH } from '../demonstration/mail-catcher/caught-mail.page.js';
import type { Configuration } from '../platform/config/index.js';
import type { RunningApplication } from './start-service.js';

/** What the start says at a glance, in French. */
export function banner(
  { demonstration }: Configuration,
  { url, database }: RunningApplication,
): string[] {
  const place = database.isEmbedded ? database.folder : 'le serveur de DATABASE_URL';
  const head = [
    '',
    `  Passerelle est prête : ${url}`,
    '',
    `  API            ${url}/api/docs`,
    `  Données        ${place}`,
  ];
  return demonstration ? [...head, ...demonstrationLines(url)] : [...head, ''];
}

function demonstrationLines(url: string): string[] {
  return [
    '',
    '  Démonstration : personnes fictives, mot de passe et secret « demonstration »',
    ...inColumns(
      'Comptes',
      DEMONSTRATION_ACCOUNTS.map(({ email }) => email),
    ),
    ...inColumns(
      'Clients',
      DEMONSTRATION_CLIENTS.map(({ clientId }) => clientId),
    ),
    '',
    `  Courriels      ${url}${CAUGHT_MAIL_PATH}`,
    '',
    `  Pour essayer   ouvrez ${url} et connectez-vous avec un de ces comptes,`,
    '  ou par l’API, un jeton, puis les orientations du régiment :',
    `    JETON=$(curl -s -u demo-rsma-re:demonstration -d grant_type=client_credentials ${url}/oauth/token | cut -d'"' -f4)`,
    `    curl -s -H "Authorization: Bearer $JETON" "${url}/api/v1/candidacies?limit=3"`,
    '  puis, dans un autre terminal, un mois d’échanges de fichiers :',
    '    npm run demo:month',
    '',
    '  Ctrl-C arrête tout ; les données restent pour la prochaine fois.',
    '',
  ];
}

const MARGIN = 17;
const PER_LINE = 3;
const COLUMN = 28;

/** A title and its items, a few on each line. */
function inColumns(title: string, items: readonly string[]): string[] {
  const lines: string[] = [];
  for (let first = 0; first < items.length; first += PER_LINE) {
    const head = first === 0 ? `  ${title}` : '';
    const cells = items.slice(first, first + PER_LINE).map((item) => item.padEnd(COLUMN));
    lines.push(head.padEnd(MARGIN) + cells.join('').trimEnd());
  }
  return lines;
}
