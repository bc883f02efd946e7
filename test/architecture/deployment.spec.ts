import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isVariableName } from '../../src/platform/config/environment.js';
import { ROOT, textOf } from './support/project-files.js';

const compose = textOf('docker-compose.yml');
const dockerfile = textOf('Dockerfile');

/** Lines of one block of the file: what is indented under its first line. */
function blockOf(start: RegExp): string {
  const lines = compose.split('\n');
  const first = lines.findIndex((line) => start.test(line));
  const depth = (line: string): number => line.search(/\S/);
  const after = lines.slice(first + 1);
  const end = after.findIndex(
    (line) => line.trim() !== '' && depth(line) <= depth(lines[first] ?? ''),
  );
  return first < 0 ? '' : after.slice(0, end < 0 ? undefined : end).join('\n');
}

describe('docker-compose.yml, read without an engine', () => {
  it.each(['postgres', 'redis', 'migrate', 'api', 'worker', 'mail'])(
    'has the service %s',
    (name) => {
      expect(blockOf(new RegExp(`^  ${name}:$`))).not.toBe('');
    },
  );

  it.each(['api', 'worker'])('runs two of %s', (name) => {
    expect(blockOf(new RegExp(`^  ${name}:$`))).toContain('replicas: 2');
  });

  it('gives the service variables that it knows', () => {
    const names = [...blockOf(/^x-environment:/).matchAll(/^\s+([A-Z_]+):/gm)].map(
      (m) => m[1] ?? '',
    );
    expect(names).toEqual(
      expect.arrayContaining(['NODE_ENV', 'DATABASE_URL', 'REDIS_URL', 'FIELD_ENCRYPTION_KEY']),
    );
    expect(names.filter((name) => !isVariableName(name))).toEqual([]);
  });

  it('runs programs that the build makes', () => {
    const programs = [...(compose + dockerfile).matchAll(/dist\/([\w-]+)\.js/g)].map((m) => m[1]);
    expect(new Set(programs)).toEqual(new Set(['api', 'worker', 'cli']));
    const missing = programs.filter((name) => !existsSync(join(ROOT, 'src', `${name}.ts`)));
    expect(missing).toEqual([]);
  });

  it('writes no secret in the file', () => {
    const secrets = [...compose.matchAll(/^\s+[A-Z_]*(?:PASSWORD|KEY|AUTH):\s*(\S+)/gm)].map(
      (m) => m[1] ?? '',
    );
    expect(secrets.length).toBeGreaterThan(2);
    expect(secrets.filter((value) => !value.startsWith('${'))).toEqual([]);
  });

  it('keeps the queue through a restart and never drops a job to make room', () => {
    expect(compose).toContain('--appendonly yes --maxmemory-policy noeviction --requirepass');
  });

  it('names a version of every image', () => {
    const images = [...compose.matchAll(/image: (\S+)/g)].map((m) => m[1] ?? '');
    const foreign = images.filter((image) => image !== 'passerelle');
    expect(foreign.filter((image) => !/:v?\d/.test(image))).toEqual([]);
  });
});

describe('Dockerfile, read without an engine', () => {
  it('runs as an ordinary user, with the packages of production alone', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toContain('npm ci --omit=dev');
  });

  it('copies only what the build context lets in', () => {
    const allowed = [...textOf('.dockerignore').matchAll(/^!(.+)$/gm)].map((m) => m[1] ?? '');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)]
      .flatMap((m) => (m[1] ?? '').split(' '))
      .filter((path) => !allowed.some((root) => path === root || path.startsWith(`${root}/`)));
    expect(copied).toEqual([]);
  });

  it('copies what is in the project', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((m) =>
      (m[1] ?? '').split(' '),
    );
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
