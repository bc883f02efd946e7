import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Copies the programs of `native` to `target`, readable and runnable by everybody, unless they are
 * there. Made beside and renamed: two clones may start at once, one may be killed half-way.
 */
export function copyReachable(
  native: string,
  target: string,
  finish: (copiedNative: string) => void,
): void {
  if (existsSync(target)) return;
  // The links of the package are given from its folder, hence the level `native`.
  const draft = `${target}.${randomBytes(6).toString('hex')}`;
  try {
    copyFolder(native, path.join(draft, 'native'));
    chmodSync(draft, 0o755);
    finish(path.join(draft, 'native'));
    renameSync(path.join(draft, 'native'), target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  // Explicit rights: neither those of node_modules nor the umask may shut PostgreSQL's account out.
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, copy);
    else if (entry.isFile()) copyProgram(source, copy);
  }
}

function copyProgram(source: string, copy: string): void {
  copyFileSync(source, copy);
  chmodSync(copy, path.basename(path.dirname(copy)) === 'bin' ? 0o755 : 0o644);
}
