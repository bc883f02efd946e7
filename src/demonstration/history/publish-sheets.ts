import { Injectable } from '@nestjs/common';
import { addDays, instantAt, UnitOfWork, type LocalDate } from '../../kernel/index.js';
import { OfferSheets, type OfferSheet } from '../../offer-sheets/index.js';
import { OrganisationDirectory, type Organisation } from '../../organisations/index.js';
import { namedUuid } from '../seeded-ids.js';
import { SeededRandom } from '../seeded-random.js';
import { softwareOf } from './software-of.js';

const TRACKS = [
  'Agent d’entretien du bâtiment',
  'Aide à la personne',
  'Conducteur d’engins',
  'Cuisine et restauration',
  'Espaces verts',
  'Logistique et magasinage',
  'Maçonnerie',
  'Mécanique automobile',
  'Plomberie',
  'Prévention et sécurité',
  'Vente et commerce',
] as const;
const CONDITIONS = [
  'Avoir de 18 à 25 ans',
  'Être de nationalité française',
  'Avoir fait la journée défense et citoyenneté',
  'Être volontaire pour la vie en collectivité',
];

/** Publishes what the units of the demonstration offer, the version of last year being replaced. */
@Injectable()
export class PublishSheets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationDirectory,
    private readonly sheets: OfferSheets,
  ) {}

  /** A unit that published already is passed over: a start cut short does it again. */
  async execute(today: LocalDate): Promise<void> {
    for (const unit of await this.organisations.all('unit')) {
      const actor = softwareOf(unit);
      await this.unitOfWork.run(actor, async () => {
        if ((await this.sheets.versionsOf(unit.id)).length > 0) return;
        const former = sheetOf(unit, 1, addDays(today, -240));
        await this.sheets.publish(former, null, actor);
        await this.sheets.publish(sheetOf(unit, 2, addDays(today, -20)), former, actor);
      });
    }
  }
}

function sheetOf(unit: Organisation, number: number, on: LocalDate): OfferSheet {
  const random = new SeededRandom(`sheet ${unit.code} ${number}`);
  const digits = String(random.between(10, 99));
  return {
    id: namedUuid(`sheet ${unit.code} ${number}`),
    unitId: unit.id,
    number,
    tracks: [...TRACKS.filter(() => random.chance(0.5)), 'Préparation au permis de conduire'],
    conditions: CONDITIONS,
    contactService: 'Cellule recrutement',
    contactPhone: `0262 00 00 ${digits}`,
    contactEmail: `recrutement@${unit.code.toLowerCase()}.demo`,
    incorporations: [50, 110, 170].map((days) => ({
      on: addDays(on, days + random.between(0, 20)),
      place: unit.usualName,
      places: random.between(2, 9) * 10,
    })),
    state: 'published',
    publishedAt: instantAt(on, '10:00', unit.timeZone),
    replacedAt: null,
  };
}
