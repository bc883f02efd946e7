import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import { attempt, FormValues, SeeOther, versionOf } from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { RunDirectCommand } from '../../use-cases/run-direct-command.js';
import { applicantPath, APPLICANTS_PATH, RECORDERS } from '../applicant-words.js';

const DONE = 'Candidat retiré : son identité est effacée.';

/** The record was a mistake, or the young person took the agreement back: the identity goes at once. */
@ApiExcludeController()
@Controller('candidats-directs')
export class WithdrawApplicantController {
  constructor(private readonly commands: RunDirectCommand) {}

  @Post(':id/retrait')
  @HttpCode(303)
  @Allow(RECORDERS)
  @AcceptsForm()
  async withdraw(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<SeeOther> {
    const expectedVersion = versionOf(new FormValues(body).text('version'));
    const refusal = await attempt(() =>
      this.commands.simple(id, 'withdraw', { actor, expectedVersion }),
    );
    if (!refusal) return new SeeOther(APPLICANTS_PATH, { tone: 'success', text: DONE });
    const isOver = refusal.kind === 'invalid' || refusal.code === 'direct-applicant-refused';
    const text = isOver ? 'Ce candidat est déjà retiré : rien n’a changé.' : refusal.reason;
    return new SeeOther(applicantPath(id), { tone: 'warning', text });
  }
}
