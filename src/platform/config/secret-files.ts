import { readFileSync } from 'node:fs';
import type { VariableName } from './environment.js';

/** Variables that may come from a file, as secret managers mount them: `<NAME>_FILE` (SEC-43). */
export const SECRET_NAMES = [
  'DATABASE_URL',
  'DATABASE_APP_URL',
  'REDIS_URL',
  'FIELD_ENCRYPTION_KEY',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
] as const satisfies readonly VariableName[];

/** The secrets found in files, and one French line per file that cannot be used. */
export interface FileSecrets {
  readonly values: Partial<Record<VariableName, string>>;
  readonly problems: readonly string[];
}

/** Reads the files named by `<NAME>_FILE`; surrounding blanks and line breaks are dropped. */
export function readSecretFiles(variables: NodeJS.ProcessEnv): FileSecrets {
  const values: Partial<Record<VariableName, string>> = {};
  const problems: string[] = [];
  for (const name of SECRET_NAMES) {
    const file = variables[`${name}_FILE`]?.trim();
    if (!file) continue;
    if (variables[name]?.trim()) {
      problems.push(`${name} et ${name}_FILE sont donnés tous les deux : gardez l’un ou l’autre.`);
    } else {
      const content = contentOf(file);
      if (content) values[name] = content;
      else problems.push(`${name}_FILE désigne un fichier vide ou illisible.`);
    }
  }
  return { values, problems };
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
