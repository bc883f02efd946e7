import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the project: Jest runs from there. */
export const ROOT = process.cwd();

/** Not features: what serves them, and what puts them together. */
const OTHER_ROOMS = ['kernel', 'platform', 'app', 'demonstration'];

/** Features, one folder per field word. */
export const FEATURES: readonly string[] = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !OTHER_ROOMS.includes(entry.name))
  .map((entry) => entry.name)
  .sort();

/** Paths of the files under a folder of the project, from its top, with `/`. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}

/** Text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Sources that go to production: TypeScript under src without the specs. */
export const SOURCES: readonly string[] = filesUnder('src').filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'),
);

/** TypeScript of the whole project. */
export const ALL_CODE: readonly string[] = [...filesUnder('src'), ...filesUnder('test')].filter(
  (path) => path.endsWith('.ts'),
);

/** `file:line` of every line matching the pattern; lines of comment are left out unless asked for. */
export function linesMatching(
  paths: readonly string[],
  pattern: RegExp,
  options: { withComments?: boolean } = {},
): string[] {
  const isRead = (line: string): boolean =>
    options.withComments === true || !/^\s*(?:\/\/|\/?\*)/.test(line);
  return paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) =>
        isRead(line) && pattern.test(line) ? [`${path}:${index + 1}`] : [],
      ),
  );
}
