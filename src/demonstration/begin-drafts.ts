import { Injectable } from '@nestjs/common';
import { partsOf, type LocalDate, type PersonActor } from '../kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../organisations/index.js';
import { PrepareReferral } from '../referrals/index.js';
import { SeededIds } from './seeded-ids.js';

const MISSION_LOCALE = '97411S00';
const CORRELATION = 'demonstration.load';

/** What an adviser of the demonstration has begun to type: one draft barely begun, one ready to be sent. */
@Injectable()
export class BeginDrafts {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly prepare: PrepareReferral,
    private readonly ids: SeededIds,
  ) {}

  /** Nothing when they are there already: a start cut short does it again. */
  async execute(adviserId: string | undefined, today: LocalDate): Promise<void> {
    const organisation = await this.organisations.byCode(MISSION_LOCALE);
    if (!organisation || adviserId === undefined) return;
    const actor: PersonActor = {
      type: 'person',
      id: adviserId,
      role: 'ml-adviser',
      organisation: scopeOfOrganisation(organisation),
      channel: { kind: 'page' },
      correlationId: CORRELATION,
    };
    if ((await this.prepare.latest(1, actor)).total > 0) return;
    this.ids.open('drafts');
    await this.prepare.begin(BARELY_BEGUN, actor);
    await this.prepare.begin(readyDraft(today), actor);
  }
}

const BARELY_BEGUN = {
  nom: 'MALBAR',
  prenoms: 'Jordan',
  'naissance-jour': '17',
  'naissance-mois': '6',
  'naissance-annee': '2006',
};

function readyDraft(today: LocalDate): Record<string, string> {
  const { year, month, day } = partsOf(today);
  return {
    nom: 'VELLAYOUDOM',
    prenoms: 'Océane, Marie',
    sexe: 'F',
    'naissance-jour': '9',
    'naissance-mois': '2',
    'naissance-annee': String(year - 20),
    'lieu-naissance': 'Saint-Denis (974)',
    imilo: '89990001',
    telephone: '0692 00 00 42',
    voie: '12 rue des Flamboyants',
    'code-postal': '97400',
    commune: 'Saint-Denis (974)',
    unite: 'RSMA-RE',
    volontariat: 'VS',
    niveau: 'INFRA3_VBIS',
    accompagnement: 'PACEA',
    'prerequis.SEANCE_INFORMATION': 'oui',
    'prerequis.JDC_A_JOUR': 'oui',
    'informe-jour': String(day),
    'informe-mois': String(month),
    'informe-annee': String(year),
    notice: '1',
  };
}
