import type { FaultCase } from '../support/fault-case.js';
import { NOW } from '../support/fault-file.js';
import { MAXIMUM_BYTES, type FaultTrial } from '../support/fault-trial.js';

const REFUSED = { verdict: 'refused' } as const;

const HOSTILE_NAMES = [
  '../../etc/passwd.csv',
  '..\\ORI.csv',
  '%2e%2e%2fORI.csv',
  '-rf.csv',
  `${'O'.repeat(300)}.csv`,
  'ORI_\u202Evsc.csv',
  '🦜.csv',
  'ori_p_97411S00_2026-11_000001_I_v1.csv',
  'ORI_P_97411S00_2026-11_000001_I_v1.csv.exe',
];

/** Exchange.md 6.1: the deposit. What happens in a folder has its tests beside those of the spool. */
export const TRANSPORT_CASES: readonly FaultCase[] = [
  {
    fault: 2,
    title: 'a file without its manifest',
    missing: 'manifest',
    ...REFUSED,
    said: ['* F MANIFESTE_ABSENT'],
  },
  {
    fault: 3,
    title: 'a manifest without its file',
    missing: 'file',
    ...REFUSED,
    said: ['* F DONNEES_ABSENTES'],
    onlyService: 'without a file there is nothing to check',
  },
  {
    fault: 4,
    title: 'a file cut on its way',
    sent: (bytes) => bytes.subarray(0, -20),
    ...REFUSED,
    said: ['* F OCTETS_DIFFERENTS', '* F byte-count', '* F hash-count'],
  },
  {
    fault: 6,
    title: 'another content under the same name',
    before: [{}],
    sequence: -1,
    rows: (rows) => rows.slice(1),
    ...REFUSED,
    said: ['* F NOM_DEJA_UTILISE'],
  },
  {
    fault: 7,
    title: 'the same content under another number',
    before: [{}],
    isRepeated: true,
    verdict: 'held',
    said: ['* Q CONTENU_DEJA_RECU'],
  },
  {
    fault: 7,
    title: 'the same content under another number, confirmed by its manifest',
    before: [{}],
    isRepeated: true,
    manifest: (manifest) => {
      manifest.confirmations = [{ code: 'CONTENU_DEJA_RECU' }];
    },
    verdict: 'applied',
    said: ['* Q CONTENU_DEJA_RECU'],
    rowFates: { lues: 3, inchangees: 3 },
  },
  ...HOSTILE_NAMES.map((name): FaultCase => ({
    fault: 9,
    title: `the name ${JSON.stringify(name.slice(0, 40))}`,
    name: () => name,
    ...REFUSED,
    said: ['* F NOM_INVALIDE'],
    ...(name.length > 255 ? { onlyService: 'no disk holds a file of such a name' } : {}),
  })),
  {
    fault: 10,
    title: 'a name that speaks for another organisation',
    name: (name) => name.replace('97411S00', '97600S00'),
    ...REFUSED,
    said: ['* F EMETTEUR_USURPE'],
    onlyService: 'it alone knows who deposits',
  },
  {
    fault: 10,
    title: 'a manifest that speaks for another organisation',
    manifest: (manifest) => {
      manifest.emetteur = '97600S00';
    },
    ...REFUSED,
    said: ['* F EMETTEUR_USURPE'],
  },
  {
    fault: 11,
    title: 'an emitter whose conventions have ended',
    emitter: '97600S00',
    prepare: (trial) => endConventions(trial, `'2026-10-31'`),
    restore: (trial) => endConventions(trial, 'null'),
    ...REFUSED,
    said: ['* F CONVENTION_INACTIVE'],
  },
  {
    fault: 15,
    title: 'a file longer than the service takes',
    bytes: () => Buffer.alloc(MAXIMUM_BYTES + 1, 'a'),
    ...REFUSED,
    status: 413,
    onlyService: 'the greatest size is a setting of its operator',
    said: ['* F TAILLE_EXCESSIVE'],
  },
  {
    fault: 18,
    title: 'a clock fifteen minutes ahead',
    manifest: (manifest) => {
      manifest.date_generation = '2026-12-03T12:14:59+04:00';
    },
    verdict: 'applied',
    said: [],
    rowFates: { lues: 3, appliquees: 3 },
  },
  {
    fault: 18,
    title: 'a clock three hours ahead',
    manifest: (manifest) => {
      manifest.date_generation = '2026-12-03T15:00:00+04:00';
    },
    verdict: 'applied',
    said: ['* A DATE_FICHIER_FUTURE'],
    rowFates: { lues: 3, appliquees: 3 },
  },
  {
    fault: 18,
    title: 'a clock more than a day ahead',
    manifest: (manifest) => {
      manifest.date_generation = '2026-12-04T12:00:01+04:00';
    },
    ...REFUSED,
    said: ['* F DATE_FICHIER_FUTURE PLUS_D_UN_JOUR'],
  },
  {
    fault: 19,
    title: 'a test by its manifest, production by its name',
    manifest: (manifest) => {
      manifest.mode = 'T';
    },
    ...REFUSED,
    said: ['* F MODE_INCOHERENT'],
  },
];

/** The register is read again once the clock has moved. */
async function endConventions(trial: FaultTrial, day: string): Promise<void> {
  await trial.look(
    `update app.convention c set valid_to = ${day}
     from app.organisation o where o.id = c.mission_locale_id and o.code = '97600S00'`,
  );
  trial.clock.set(day === 'null' ? NOW : '2026-12-03T08:02:00.000Z');
}
