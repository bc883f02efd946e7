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
    '  Comptes        conseiller@ml-nord.demo, recrutement@rsma-re.demo, pilote@unml.demo…',
    '  Clients        demo-97411S00, demo-97600S00 (missions locales)',
    '                 demo-rsma-re, demo-rsma-yt (unités)',
    '',
    '  Pour essayer   un jeton, puis les orientations du régiment :',
    `    JETON=$(curl -s -u demo-rsma-re:demonstration -d grant_type=client_credentials ${url}/oauth/token | cut -d'"' -f4)`,
    `    curl -s -H "Authorization: Bearer $JETON" "${url}/api/v1/candidacies?limit=3"`,
    '  puis, dans un autre terminal, un mois d’échanges de fichiers :',
    '    npm run demo:month',
    '',
    '  Ctrl-C arrête tout ; les données restent pour la prochaine fois.',
    '',
  ];
}
