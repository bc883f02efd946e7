import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  type Page,
  SeeOther,
  versionOf,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import type { OutcomeInput } from '../../domain/candidacy.rules.js';
import { RunCandidacyCommand } from '../../use-cases/run-candidacy-command.js';
import { CandidacyFiles, type CandidacyFile } from '../file/candidacy-files.js';
import { changedFilePage, NOT_NOW } from '../file/file.page.js';
import { typedDay } from '../typed-day.js';
import { OUTCOME_WRITERS } from '../unit-roles.js';
import { isAboutTheDate, outcomeErrors, readOutcome } from './outcome-form.js';
import { outcomeCheckPage, outcomePage } from './outcome.page.js';

/** The outcome of a candidate: form, check, record. */
@ApiExcludeController()
@Controller('candidatures')
export class OutcomeController {
  constructor(
    private readonly files: CandidacyFiles,
    private readonly runCommand: RunCandidacyCommand,
  ) {}

  @Get(':id/resultat')
  @Allow(OUTCOME_WRITERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const file = await this.files.one(id, actor);
    if (!file.view.availableCommands.includes('decide')) return changedFilePage(file, NOT_NOW);
    return outcomePage({ file, form: blankForm(file) });
  }

  @Post(':id/resultat')
  @HttpCode(303)
  @Allow(OUTCOME_WRITERS)
  @AcceptsForm()
  async post(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const file = await this.files.one(id, actor);
    if (form.text('etape') === 'modifier') return outcomePage({ file, form });
    const read = await readOutcome(form, file.today);
    if (!read.isRight) return outcomePage({ file, form, errors: read.errors, status: 422 });
    if (form.text('etape') === 'enregistrer') return this.record(file, form, read.outcome, actor);
    return outcomeCheckPage(file, form, read.outcome);
  }

  private async record(
    file: CandidacyFile,
    form: FormValues,
    outcome: OutcomeInput,
    actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const { id } = file.view;
    const input = { outcome, expectedVersion: versionOf(form.text('version')) };
    const refusal = await attempt(() => this.runCommand.execute(id, 'decide', input, actor));
    if (refusal === null) {
      const isDirect = file.view.missionLocale === null;
      const text = isDirect
        ? 'Résultat enregistré.'
        : 'Résultat enregistré : la mission locale le reçoit.';
      return new SeeOther(`/candidatures/${id}`, { tone: 'success', text });
    }
    if (refusal.kind === 'invalid') {
      return outcomePage({ file, form, errors: outcomeErrors(refusal.issues), status: 422 });
    }
    if (isAboutTheDate(refusal.code)) {
      return outcomePage({ file, form, errors: { decision: refusal.reason }, status: 409 });
    }
    return changedFilePage(await this.files.one(id, actor), refusal.reason);
  }
}

/** The form as it first appears: the decision is of today. */
function blankForm({ today, version }: CandidacyFile): FormValues {
  const { day, month, year } = typedDay(today);
  return new FormValues({
    version: String(version),
    'decision-jour': day,
    'decision-mois': month,
    'decision-annee': year,
  });
}
