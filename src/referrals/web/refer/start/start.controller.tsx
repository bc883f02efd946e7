import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../../kernel/index.js';
import { isUuid } from '../../../../platform/fields/index.js';
import { AcceptsForm, HttpProblem } from '../../../../platform/http/index.js';
import { FormValues, SeeOther, type Page } from '../../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../../platform/security/index.js';
import { FindKnownPeople } from '../../../use-cases/find-known-people.js';
import { PrepareReferral } from '../../../use-cases/prepare-referral.js';
import { ReadOwnPerson } from '../../../use-cases/read-own-person.js';
import { ADVISERS } from '../../mission-locale-roles.js';
import { WORKLIST_PATH } from '../../worklist/worklist-search.js';
import { AGAIN_STEP } from '../again/again-step.js';
import { FormerReferrals } from '../again/former-referrals.js';
import { PlaceTexts } from '../place-texts.js';
import { detailsPath } from '../refer-paths.js';
import { forbiddenErrors, tickedValues, typedValues } from '../typed-values.js';
import { presentKnown } from './known-people.presenter.js';
import { typedPerson } from './typed-person.js';
import { readIdentity } from './start-form.js';
import { knownPage, startPage } from './start.page.js';

/** Before anybody is described: who is it, and are they on file already? */
@ApiExcludeController()
@Controller('orientations/nouvelle')
export class ReferStartController {
  constructor(
    private readonly findKnown: FindKnownPeople,
    private readonly prepare: PrepareReferral,
    private readonly people: ReadOwnPerson,
    private readonly places: PlaceTexts,
    private readonly former: FormerReferrals,
  ) {}

  @Get()
  @Allow(ADVISERS)
  page(): Page {
    return startPage({ form: new FormValues({}) });
  }

  @Post()
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async begin(@Body() body: unknown, @CurrentActor() actor: PersonActor): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const step = form.text('etape');
    if (step === AGAIN_STEP) return this.referAgain(form.text('orientation'), actor);
    if (step === 'connu') return this.refer(form, actor);
    const typed = typedValues(form);
    const forbidden = forbiddenErrors(typed);
    if (Object.keys(forbidden).length > 0) return startPage({ form, errors: forbidden });
    if (step === 'brouillon') {
      await this.prepare.begin(typed, actor);
      return new SeeOther(WORKLIST_PATH, DRAFT_KEPT);
    }
    const read = await readIdentity(form);
    if (!read.isRight) return startPage({ form, errors: read.errors });
    if (step !== 'nouveau') {
      const known = await this.findKnown.execute(read.described, actor);
      if (known.length > 0) return knownPage(form, presentKnown(known));
    }
    return new SeeOther(detailsPath(await this.prepare.begin(typed, actor)));
  }

  /** What a former referral said is not typed again, to the same unit or to another. */
  private async referAgain(id: string, actor: PersonActor): Promise<SeeOther> {
    if (!isUuid(id)) throw new HttpProblem(404, 'not-found', 'Cette orientation est introuvable.');
    const former = await this.former.one(id, actor);
    if (former === null) return new SeeOther(`${WORKLIST_PATH}/${id}`, STILL_OPEN);
    const person = await this.people.execute(former.personId, actor);
    const typed = { ...typedPerson(person, this.places), ...former.typed };
    return new SeeOther(detailsPath(await this.prepare.begin(typed, actor)));
  }

  /** Somebody on file: what is known is not typed again, nor a prerequisite that is met already. */
  private async refer(form: FormValues, actor: PersonActor): Promise<SeeOther> {
    const id = form.text('jeune');
    if (!isUuid(id)) throw new HttpProblem(404, 'not-found', 'Ce jeune est introuvable.');
    const person = await this.people.execute(id, actor);
    const typed = { ...typedPerson(person, this.places), ...tickedValues(form) };
    return new SeeOther(detailsPath(await this.prepare.begin(typed, actor)));
  }
}

/** What is said after a draft was kept, whichever page it was kept from. */
export const DRAFT_KEPT = {
  tone: 'success',
  text: 'Brouillon enregistré : vous le retrouvez en haut de cette liste.',
} as const;

const STILL_OPEN = {
  tone: 'warning',
  text: 'Cette orientation est encore en cours : attendez la réponse, ou retirez-la d’abord.',
} as const;
