import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../../kernel/index.js';
import { attempt } from '../../../platform/pages/index.js';
import { RunVolunteerCommand } from '../../use-cases/run-volunteer-command.js';
import type { SaidPresence } from './presence-sheet-form.js';

/** Records each row of a sheet in a unit of work of its own: good rows never wait for others. */
@Injectable()
export class RecordPresences {
  constructor(private readonly runCommand: RunVolunteerCommand) {}

  /**
   * How many were recorded, and how many were not because another changed them meanwhile.
   * @throws VolunteerNotFound for an unknown or foreign service
   */
  async execute(
    said: readonly SaidPresence[],
    actor: PersonActor,
  ): Promise<{ readonly saved: number; readonly refused: number }> {
    let saved = 0;
    for (const { id, version: expectedVersion, presence } of said) {
      const input = { presence, expectedVersion };
      const refusal = await attempt(() =>
        this.runCommand.execute(id, 'report-presence', input, actor),
      );
      if (refusal === null) saved += 1;
    }
    return { saved, refused: said.length - saved };
  }
}
