import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { AcceptsForm, namedInAddress, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  reasonOf,
  SeeOther,
  versionOf,
  type FormErrors,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { RunContractCommand } from '../../use-cases/run-contract-command.js';
import { ADVISERS } from '../adviser-roles.js';
import { contractPath } from '../cej-words.js';
import { ContractFiles } from '../contract/contract-files.js';
import { changedContractPage } from '../contract/contract.page.js';
import { blankAct, contractErrors, readAct } from './act-form.js';
import { actPage } from './act.page.js';
import { CONTRACT_ACTS } from './acts.js';

/** What a mission locale does with a contract, each act on a page of its own. */
@ApiExcludeController()
@Controller('cej')
export class CejActController {
  constructor(
    private readonly files: ContractFiles,
    private readonly runCommand: RunContractCommand,
  ) {}

  @Get(':id/:acte')
  @Allow(ADVISERS)
  async page(
    @ResourceId() id: string,
    @Param('acte') path: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const act = namedInAddress(CONTRACT_ACTS, path);
    const file = await this.files.one(id, actor);
    const isPossible = file.availableCommands.includes(act.command);
    if (!isPossible) return changedContractPage(file, NOT_NOW);
    return actPage({ file, act, path, form: blankAct(file) });
  }

  @Post(':id/:acte')
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async act(
    @ResourceId() id: string,
    @Param('acte') path: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const act = namedInAddress(CONTRACT_ACTS, path);
    const form = new FormValues(body);
    const again = async (errors: FormErrors) =>
      actPage({ file: await this.files.one(id, actor), act, path, form, errors });
    const read = await readAct(act.fields, form);
    if (!read.isRight) return again(read.errors);
    const input = { ...read.input, expectedVersion: versionOf(form.text('version')) };
    const refusal = await attempt(() => this.runCommand.execute(id, act.command, input, actor));
    if (refusal === null) {
      return new SeeOther(contractPath(id), { tone: 'success', text: act.notice });
    }
    // A confirmation has no field to correct: what changed is read again on the contract itself.
    if (refusal.kind === 'late' || act.fields === 'confirmation') {
      return changedContractPage(await this.files.one(id, actor), reasonOf(refusal));
    }
    return again(contractErrors(refusal.issues));
  }
}

const NOT_NOW = 'Cette action n’est pas possible dans l’état actuel du contrat.';
