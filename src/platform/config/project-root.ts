import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

const PROJECT_NAME = 'passerelle';

/**
 * Folder of the project: the nearest one holding a `package.json` named "passerelle" above the
 * current folder, else above the program that runs (a process manager may start us from anywhere).
 * Throws when there is none.
 */
export function projectRoot(): string {
  const program = process.argv[1];
  const found =
    rootAbove(process.cwd()) ?? (program ? rootAbove(realFolderOf(program)) : undefined);
  if (found) return found;
  throw new Error(
    'Le dossier de Passerelle est introuvable : lancez la commande depuis ce dossier (celui de package.json).',
  );
}

/** Nearest folder at or above `start` whose `package.json` is the project's. */
export function rootAbove(start: string): string | undefined {
  for (let folder = path.resolve(start); ; folder = path.dirname(folder)) {
    if (packageNameIn(folder) === PROJECT_NAME) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function realFolderOf(program: string): string {
  try {
    return path.dirname(realpathSync(program));
  } catch {
    return path.dirname(path.resolve(program));
  }
}

function packageNameIn(folder: string): unknown {
  try {
    const content: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return typeof content === 'object' && content !== null && 'name' in content
      ? content.name
      : undefined;
  } catch {
    return undefined;
  }
}
