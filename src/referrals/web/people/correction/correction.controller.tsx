import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../../kernel/index.js';
import {
  CorrectPerson,
  listedName,
  PersonLooksKnown,
  type PersonRecord,
} from '../../../../people/index.js';
import { AcceptsForm, ResourceId } from '../../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  SeeOther,
  versionOf,
  type Page,
} from '../../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../../platform/security/index.js';
import { ReadOwnPerson } from '../../../use-cases/read-own-person.js';
import { ADVISERS } from '../../mission-locale-roles.js';
import { PlaceTexts } from '../../refer/place-texts.js';
import { presentKnown } from '../../refer/start/known-people.presenter.js';
import { typedPerson } from '../../refer/start/typed-person.js';
import { forbiddenErrors, typedValues } from '../../refer/typed-values.js';
import { personPath } from '../people-search.js';
import { correctionErrors, readCorrection } from './correction-form.js';
import { correctionPage, type CorrectionProps } from './correction.page.js';

/** The identity and the contact of a young person, corrected by their mission locale. */
@ApiExcludeController()
@Controller('jeunes/:id/correction')
export class PersonCorrectionController {
  constructor(
    private readonly people: ReadOwnPerson,
    private readonly correctPerson: CorrectPerson,
    private readonly places: PlaceTexts,
  ) {}

  @Get()
  @Allow(ADVISERS)
  async page(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    return this.asOnFile(await this.people.execute(id, actor));
  }

  @Post()
  @HttpCode(303)
  @Allow(ADVISERS)
  @AcceptsForm()
  async correct(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const version = versionOf(form.text('version'));
    const person = await this.people.execute(id, actor);
    if (person.version !== version) return this.asOnFile(person, { hasChanged: true });
    const again = (more: Partial<CorrectionProps>) => this.show(person, { form, ...more });
    const forbidden = forbiddenErrors(typedValues(form));
    if (Object.keys(forbidden).length > 0) return again({ errors: forbidden });
    const read = await readCorrection(form, { person, version }, this.places);
    if (!read.isRight) return again({ errors: read.errors });
    let known: readonly string[] = [];
    const refusal = await attempt(async () => {
      try {
        await this.correctPerson.execute(id, read.asked, actor);
      } catch (error) {
        if (error instanceof PersonLooksKnown) known = error.knownIds;
        throw error;
      }
    });
    if (known.length > 0) return again({ known: await this.knownOnes(known, actor) });
    if (refusal?.kind === 'invalid') {
      return again({ errors: correctionErrors(refusal.issues, form) });
    }
    if (refusal) return this.asOnFile(await this.people.execute(id, actor), { hasChanged: true });
    return new SeeOther(personPath(id), { tone: 'success', text: 'Correction enregistrée.' });
  }

  /** Each is opened, so that each leaves its line in the journal. */
  private async knownOnes(ids: readonly string[], actor: PersonActor) {
    const people: PersonRecord[] = [];
    for (const id of ids.slice(0, MOST_SHOWN)) people.push(await this.people.execute(id, actor));
    return presentKnown(people.map((person) => ({ person, open: null })));
  }

  private asOnFile(person: PersonRecord, more: Partial<CorrectionProps> = {}): Page {
    return this.show(person, { form: new FormValues(typedPerson(person, this.places)), ...more });
  }

  private show(
    { id, identity, version }: PersonRecord,
    more: Partial<CorrectionProps> & Pick<CorrectionProps, 'form'>,
  ): Page {
    return correctionPage({ id, name: listedName(identity), version, ...more });
  }
}

/** As many as somebody compares by eye. */
const MOST_SHOWN = 10;
