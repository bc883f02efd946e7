import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm, ResourceId } from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  SeeOther,
  type FormErrors,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ReadOwnPerson } from '../../../referrals/index.js';
import { RecordContractRequest } from '../../http/cej-commands.request.js';
import { RecordContract } from '../../use-cases/record-contract.js';
import { contractErrors, datesOf } from '../act/act-form.js';
import { ADVISERS } from '../adviser-roles.js';
import { contractPath } from '../cej-words.js';
import { recordPage } from './record.page.js';

/** A contract that no referral told, recorded from the page of the young person. */
@ApiExcludeController()
@Controller('cej/jeune')
export class CejRecordController {
  constructor(
    private readonly readPerson: ReadOwnPerson,
    private readonly record: RecordContract,
  ) {}

  @Get(':id')
  @Allow(ADVISERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const form = new FormValues({ dispositif: 'CEJ' });
    return recordPage({ person: await this.readPerson.execute(id, actor), form });
  }

  @Post(':id')
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async keep(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const person = await this.readPerson.execute(id, actor);
    const again = (errors: FormErrors, status = 422) =>
      recordPage({ person, form, errors, status });
    const scheme = form.optional('dispositif');
    const typed = { youngPersonId: id, ...(scheme === null ? {} : { scheme }), ...datesOf(form) };
    const read = await readFields(RecordContractRequest, typed);
    if (!read.isRight) return again(contractErrors(read.issues));
    const { youngPersonId: _id, ...input } = read.value;
    let recordedId = '';
    const refusal = await attempt(async () => {
      ({ id: recordedId } = await this.record.execute(id, input, actor));
    });
    if (refusal?.kind === 'invalid') return again(contractErrors(refusal.issues));
    if (refusal) return again({ debut: refusal.reason }, 409);
    const text = 'Contrat enregistré.';
    return new SeeOther(contractPath(recordedId), { tone: 'success', text });
  }
}
