import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Mailer, type Mail } from './mailer.js';

/** A message that was kept instead of sent. */
export interface KeptMail extends Mail {
  /** ISO 8601, UTC. */
  readonly keptAt: string;
}

/** Keeps messages in a folder instead of sending them: the demonstration’s, whose people do not exist. */
export class FolderMailer extends Mailer {
  override readonly isOn = true;

  constructor(private readonly folder: string) {
    super();
  }

  override async send(mail: Mail): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const kept: KeptMail = { ...mail, keptAt: new Date().toISOString() };
    await writeFile(path.join(this.folder, `${mail.id}.json`), JSON.stringify(kept));
  }

  /** The latest messages, newest first. */
  async latest(limit: number): Promise<readonly KeptMail[]> {
    const names = await readdir(this.folder).catch(() => []);
    const kept = await Promise.all(
      names
        .filter((name) => name.endsWith('.json'))
        .map(async (name) => JSON.parse(await readFile(path.join(this.folder, name), 'utf8'))),
    );
    return (kept as KeptMail[])
      .toSorted((one, other) => other.keptAt.localeCompare(one.keptAt))
      .slice(0, limit);
  }
}
