import { Injectable } from '@nestjs/common';
import {
  BLANK_APPLICANT,
  decideDirect,
  DirectApplicants,
  DirectChanges,
  invitationTimes,
  PlaceApplicants,
  type AgeBand,
  type Agreement,
  type DirectApplicant,
  type DirectOutcome,
  type DirectRequest,
} from '../../direct-applicants/index.js';
import { addDays, UnitOfWork, type LocalDate, type MachineActor } from '../../kernel/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import {
  commandOf,
  ReturnPlaces,
  type ReturnAnswer,
  type SaidAnswer,
} from '../../returns/index.js';
import { namedUuid } from '../seeded-ids.js';
import { softwareOf } from './software-of.js';

/** Somebody who came by themselves, by the days since the decision. */
interface Plan {
  readonly days: number;
  readonly band: AgeBand;
  readonly outcome: DirectOutcome;
  /** Null for the commune of the mission locale of the pair. */
  readonly residence: string | null;
  /** Null of who did not agree: name, first name, sex, age, number. */
  readonly person: readonly [name: string, firstName: string, sex: 'F' | 'M', phone: string] | null;
  readonly answers?: readonly ReturnAnswer[];
}

const PAIRS = [
  { unit: 'RSMA-RE', missionLocale: '97411S00', commune: '97411', postalCode: '97400' },
  { unit: 'RSMA-YT', missionLocale: '97600S00', commune: '97611', postalCode: '97600' },
] as const;

const PLANS: readonly Plan[] = [
  {
    ...{ days: 40, band: '21_23', outcome: 'NON_RETENU', residence: null },
    person: ['VIRAPIN', 'Mathéo', 'M', '0692000101'],
    answers: ['RDV_PRIS'],
  },
  {
    ...{ days: 14, band: '18_20', outcome: 'AJOURNE', residence: null },
    person: ['BOYER', 'Inès', 'F', '0692000102'],
    answers: ['CONTACTE_SANS_RETOUR'],
  },
  {
    ...{ days: 12, band: '21_23', outcome: 'NON_RETENU', residence: null },
    person: ['SAÏD', 'Nadia', 'F', '0692000103'],
  },
  {
    ...{ days: 6, band: '21_23', outcome: 'NON_RETENU', residence: null },
    person: ['MAILLOT', 'Kévin', 'M', '0692000104'],
  },
  { ...{ days: 20, band: '18_20', outcome: 'DESISTEMENT', residence: null }, person: null },
  { ...{ days: 9, band: '24_25', outcome: 'NON_RETENU', residence: null }, person: null },
  {
    ...{ days: 11, band: '21_23', outcome: 'NON_RETENU', residence: '99999' },
    person: ['TECHER', 'Loïc', 'M', '0692000105'],
  },
  { ...{ days: 4, band: '18_20', outcome: 'REORIENTE_AUTRE', residence: '98818' }, person: null },
  { ...{ days: 17, band: '21_23', outcome: 'NON_RETENU', residence: '98735' }, person: null },
];
/** Years of age on the day of the decision, by the band. */
const AGES: Readonly<Record<AgeBand, number>> = {
  '16_17': 17,
  '18_20': 19,
  '21_23': 22,
  '24_25': 24,
};

/** Plays the direct applicants of the demonstration, by their rules. */
@Injectable()
export class RecordDirectApplicants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly applicants: DirectApplicants,
    private readonly placing: PlaceApplicants,
    private readonly places: ReturnPlaces,
    private readonly changes: DirectChanges,
  ) {}

  /** A unit that recorded some already is passed over: a start cut short does it again. */
  async execute(today: LocalDate): Promise<void> {
    for (const pair of PAIRS) {
      const unit = await this.organisations.byCode(pair.unit);
      const missionLocale = await this.organisations.byCode(pair.missionLocale);
      if (unit && missionLocale) await this.ofPair(unit, missionLocale, pair, today);
    }
  }

  private async ofPair(
    unit: Organisation,
    missionLocale: Organisation,
    { commune, postalCode }: (typeof PAIRS)[number],
    today: LocalDate,
  ): Promise<void> {
    const actor = softwareOf(unit);
    const recorded: [DirectApplicant, Plan][] = [];
    await this.unitOfWork.run(actor, async () => {
      if (Object.keys(await this.applicants.counts()).length > 0) return;
      for (const [index, plan] of PLANS.entries()) {
        const applicant = applicantOf(unit, plan, index, { commune, postalCode, today });
        const hasAgreed = applicant.agreement !== null;
        const choice = { code: null, hasAgreed, unitId: unit.id };
        const placed = await this.placing.place(applicant, choice, applicant.decidedOn);
        if (placed) recorded.push([await this.play(applicant, { placed }, actor), plan]);
      }
    });
    const other = softwareOf(missionLocale);
    await this.unitOfWork.run(other, async () => {
      for (const [applicant, { answers = [] }] of recorded) {
        for (const code of answers) {
          const answer = { code, contactedOn: addDays(applicant.decidedOn, 5) };
          await this.play(applicant, { answer }, other);
        }
      }
    });
  }

  /** Recorded on the day of the decision, or answered on that of the contact. */
  private async play(
    applicant: DirectApplicant,
    { placed, answer }: Pick<DirectRequest, 'placed'> & { answer?: SaidAnswer },
    actor: MachineActor,
  ): Promise<DirectApplicant> {
    const today = answer?.contactedOn ?? applicant.decidedOn;
    const inCharge = { ...applicant, ...placed };
    const { book } = (await this.places.of([inCharge]))(inCharge);
    const decision = decideDirect({
      ...{ applicant, actor, today, times: invitationTimes(book, today) },
      ...(answer ? { command: commandOf(answer.code), answer } : { command: 'record' as const }),
      ...(placed ? { placed } : {}),
    });
    if (!decision.ok) throw new Error(`planned direct applicant: ${decision.refusal}`);
    await this.changes.write([decision.change]);
    return decision.change.after;
  }
}

function applicantOf(
  unit: Organisation,
  plan: Plan,
  index: number,
  {
    commune,
    postalCode,
    today,
  }: { readonly commune: string; readonly postalCode: string; readonly today: LocalDate },
): DirectApplicant {
  const decidedOn = addDays(today, -plan.days);
  const unitFileNumber = `${unit.code.slice(5)}-DIR-${String(index + 1).padStart(4, '0')}`;
  return {
    ...BLANK_APPLICANT,
    id: namedUuid(`direct applicant ${unitFileNumber}`),
    unitId: unit.id,
    unitFileNumber,
    residenceCode: plan.residence ?? commune,
    ageBand: plan.band,
    outcome: plan.outcome,
    decidedOn,
    invitedOn: decidedOn,
    stateOn: decidedOn,
    agreement: agreementOf(plan, decidedOn, postalCode),
  };
}

function agreementOf(
  { person, band }: Plan,
  agreedOn: LocalDate,
  postalCode: string,
): Agreement | null {
  if (person === null) return null;
  const [birthName, firstName, sex, phone] = person;
  const identity = {
    birthName,
    usageName: null,
    firstNames: [firstName],
    sex,
    birthDate: `${Number(agreedOn.slice(0, 4)) - AGES[band]}-01-01`,
    birthPlaceCode: null,
    birthPlaceLabel: null,
    street: null,
    addressComplement: null,
    postalCode,
    phone,
    email: null,
    priorityDistrict: null,
    assessedLevel: null,
  };
  return { agreedOn, identity };
}
