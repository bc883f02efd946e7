import { Injectable } from '@nestjs/common';
import { ChangedMeanwhile, Ids, UnitOfWork, type Actor } from '../../kernel/index.js';
import { organisationChanges } from '../domain/organisation-changes.js';
import type { FieldChange, OrganisationField } from '../domain/organisation-changes.js';
import { readOrganisation, type OrganisationText } from '../domain/organisation-text.js';
import type { RegisteredOrganisation } from '../domain/organisation.js';
import {
  InvalidOrganisation,
  OrganisationUnknown,
  OwnOrganisation,
  RegisterForbidden,
} from '../domain/errors.js';
import { mayKeepRegister, movesOwnDays } from '../domain/register.rules.js';
import type { KnownOrganisation } from '../domain/shipped-register.js';
import { OrganisationRegister } from './ports.js';
import { RegisterJournal } from './register-journal.js';

/** An organisation as it stands, as it would be, and what is not the same. */
export interface OrganisationDifference {
  readonly before: RegisteredOrganisation | null;
  readonly after: RegisteredOrganisation;
  readonly changes: readonly FieldChange<OrganisationField>[];
}

/** What somebody wants an organisation to be; code and kind of a known one never change. */
export interface ChangeOrganisationCommand {
  readonly id: string;
  /** The version that whoever asks has seen. */
  readonly version: number;
  readonly text: Omit<OrganisationText, 'code' | 'kind'>;
}

/** Adds organisations and changes them; closing one is giving it a last day. */
@Injectable()
export class ChangeOrganisation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: OrganisationRegister,
    private readonly journal: RegisterJournal,
    private readonly ids: Ids,
  ) {}

  /** What would change. @throws as `execute`, but for a version that is old */
  preview({ id, text }: Omit<ChangeOrganisationCommand, 'version'>, actor: Actor) {
    return this.inRegister(actor, async () => {
      const { organisation } = await this.one(id);
      return changed(organisation, text, actor);
    });
  }

  /**
   * @throws RegisterForbidden, OrganisationUnknown, InvalidOrganisation, OwnOrganisation,
   *   ChangedMeanwhile
   */
  execute({ id, version, text }: ChangeOrganisationCommand, actor: Actor): Promise<void> {
    return this.inRegister(actor, async () => {
      await this.register.lock();
      const { organisation, shipped } = await this.one(id);
      if (organisation.version !== version) throw new ChangedMeanwhile();
      const { before, after, changes } = changed(organisation, text, actor);
      if (changes.length > 0) await this.save({ organisation: after, shipped }, before, actor);
    });
  }

  /** What would be added. @throws RegisterForbidden, InvalidOrganisation */
  previewNew(text: OrganisationText, actor: Actor): Promise<OrganisationDifference> {
    return this.inRegister(actor, () => this.added(text));
  }

  /** Adds an organisation and gives its id. @throws RegisterForbidden, InvalidOrganisation */
  add(text: OrganisationText, actor: Actor): Promise<string> {
    return this.inRegister(actor, async () => {
      await this.register.lock();
      const { after } = await this.added(text);
      await this.save({ organisation: after, shipped: null }, null, actor);
      return after.id;
    });
  }

  private async added(text: OrganisationText): Promise<OrganisationDifference> {
    const after = { ...valuesOf(text), id: this.ids.uuid(), version: 1 };
    const known = await this.register.known();
    if (known.some(({ organisation }) => organisation.code === after.code)) {
      const detail = 'Un organisme porte déjà ce code.';
      throw new InvalidOrganisation([{ pointer: '/code', code: 'taken', detail }]);
    }
    return { before: null, after, changes: organisationChanges(null, after) };
  }

  private async save(
    after: KnownOrganisation,
    before: RegisteredOrganisation | null,
    actor: Actor,
  ): Promise<void> {
    await this.register.saveOrganisations([after]);
    await this.journal.tell([{ before, after: after.organisation }], actor);
  }

  private async one(id: string): Promise<KnownOrganisation> {
    const known = await this.register.known();
    const found = known.find(({ organisation }) => organisation.id === id);
    if (!found) throw new OrganisationUnknown();
    return found;
  }

  private async inRegister<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (!mayKeepRegister(actor)) throw new RegisterForbidden();
    return this.unitOfWork.run(actor, work, { lens: 'technical' });
  }
}

function changed(
  before: RegisteredOrganisation,
  text: ChangeOrganisationCommand['text'],
  actor: Actor,
): OrganisationDifference {
  const { id, code, kind, version } = before;
  const after = { ...valuesOf({ ...text, code, kind }), id, version: version + 1 };
  if (movesOwnDays(before, after, actor)) throw new OwnOrganisation();
  return { before, after, changes: organisationChanges(before, after) };
}

/** @throws InvalidOrganisation */
function valuesOf(text: OrganisationText) {
  const { values, issues } = readOrganisation(text);
  if (!values) throw new InvalidOrganisation(issues);
  return values;
}
