import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkFile, type LocalReference } from '../../../../src/exchanges/index.js';
import { CHECKS_NOT_DONE } from '../../../../src/exchanges/local-check/checks-not-done.js';
import { parseInstant } from '../../../../src/kernel/index.js';
import { EtalabCommunes } from '../../../../src/organisations/reference/etalab-communes.js';
import { SHIPPED_ORGANISATIONS } from '../../../../src/organisations/reference/shipped-organisations.js';
import type { Deposit } from '../../support/deposits.js';
import { NOW } from './fault-file.js';
import { saidInReport } from './fault-trial.js';

/** Codes that need more than file, manifest and reference data, under what the checker says of each. */
const NEEDS_THE_SERVICE: Readonly<Record<string, string>> = {
  EMETTEUR_USURPE: 'Droits du compte',
  NOM_DEJA_UTILISE: 'Numéro de séquence',
  CONTENU_DEJA_RECU: 'Numéro de séquence',
  SEQUENCE_TROU: 'Numéro de séquence',
  SEQUENCE_TARDIVE: 'Numéro de séquence',
  SEQUENCE_REUTILISEE: 'Numéro de séquence',
  PERIODE_CLOSE: 'Ouverture et clôture',
  PERIODE_DEJA_DEPOSEE: 'Ouverture et clôture',
  PERIODE_FUTURE: 'Ouverture et clôture',
  REMPLACEMENT_SANS_INITIAL: 'Ouverture et clôture',
  DOUBLON_ANCIEN: 'Ouverture et clôture',
  CONVENTION_INACTIVE: 'Conventions en vigueur',
  TAILLE_EXCESSIVE: 'Taille',
  REFERENCE_INCONNUE: 'Références d’orientation',
  IDENTITE_INCOHERENTE: 'Références d’orientation',
  IDENTITE_ECART: 'Références d’orientation',
  JUMEAUX_POSSIBLES: 'Références d’orientation',
  NOM_PRENOM_INVERSES: 'Références d’orientation',
  SUITE_CONTRADICTOIRE: 'Passage d’un état',
  TRANSITION_INTERDITE: 'Passage d’un état',
  CHRONOLOGIE: 'Passage d’un état',
};

/** What the local checker says of a file, beside its manifest if it has one. */
export class LocalChecker {
  private readonly reference: LocalReference = {
    organisations: SHIPPED_ORGANISATIONS,
    communes: EtalabCommunes.read(),
  };
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'passerelle-agreement-'));

  async said({ name, bytes, manifestName, manifest }: Deposit): Promise<string[]> {
    const file = path.join(this.folder, path.basename(name));
    const sidecar = path.join(this.folder, manifestName);
    writeFileSync(file, bytes);
    if (manifest !== '') writeFileSync(sidecar, manifest);
    const now = parseInstant(NOW);
    if (!now) throw new Error('not an instant');
    const { report } = await checkFile(file, { reference: this.reference, now });
    let text = '';
    for await (const piece of report) text += piece;
    for (const one of [file, sidecar]) rmSync(one, { force: true });
    const { anomalies, controles_non_faits: notDone } = JSON.parse(text);
    expect(notDone).toEqual(CHECKS_NOT_DONE);
    return (anomalies as Parameters<typeof saidInReport>[0][]).map(saidInReport).toSorted();
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What the local checker must say when the service says this: all it can decide. */
export function decidedByFile(said: readonly string[]): string[] {
  return said.filter((one) => !(codeOf(one) in NEEDS_THE_SERVICE));
}

/** For each code left to the service, the checker says which check it did not make. */
export function unexplained(): string[] {
  return Object.entries(NEEDS_THE_SERVICE)
    .filter(([, start]) => !CHECKS_NOT_DONE.some((check) => check.startsWith(start)))
    .map(([code]) => code);
}

function codeOf(said: string): string {
  return said.split(' ')[2] ?? '';
}
