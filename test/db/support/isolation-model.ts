import type { OrganisationKind } from '../../../src/kernel/index.js';

/** The organisations that play: codes of the shipped register. */
export const PLAYERS = {
  'mission-locale': ['97411S00', '97410S00', '97600S00', '97213S00'],
  unit: ['RSMA-RE', 'RSMA-YT', 'RSMA-MQ'],
} as const;

/** Somebody who asks. */
export interface Player {
  readonly code: string;
  readonly kind: Exclude<OrganisationKind, 'national'>;
}

/** What we know of a referral, from the answers we were given. */
export interface KnownReferral {
  readonly id: string;
  readonly missionLocale: string;
  readonly unit: string;
  /** Which of the invented young people; each mission locale has its own file on them. */
  readonly person: number;
  state: string;
  candidacyId: string | null;
  hasConclusion: boolean;
}

/** Who may see what, said again in a few lines that share nothing with the service. */
export class IsolationModel {
  readonly referrals: KnownReferral[] = [];
  /** Pairs that work together today, as `97411S00 RSMA-RE`. */
  readonly conventions = new Set<string>();

  sees({ code, kind }: Player, referral: KnownReferral): boolean {
    return kind === 'unit'
      ? referral.unit === code && wasSent(referral)
      : referral.missionLocale === code;
  }

  referralsOf(player: Player): KnownReferral[] {
    return this.referrals.filter((referral) => this.sees(player, referral));
  }

  /** A file on each side; both see it. */
  candidaciesOf(player: Player): string[] {
    return this.referralsOf(player).flatMap(({ candidacyId }) => candidacyId ?? []);
  }

  /** How many young people: one file per mission locale and person. */
  peopleOf(player: Player): number {
    const files = this.referralsOf(player).map(
      ({ missionLocale, person }) => `${missionLocale} ${person}`,
    );
    return new Set(files).size;
  }

  /** Candidacies whose conclusion the medical lens of that side opens. */
  conclusionsOf(player: Player): string[] {
    return this.referralsOf(player).flatMap(({ candidacyId, hasConclusion }) =>
      hasConclusion && candidacyId ? [candidacyId] : [],
    );
  }

  hasOpen(missionLocale: string, person: number): boolean {
    return this.referrals.some(
      (one) =>
        one.missionLocale === missionLocale &&
        one.person === person &&
        (one.state === 'submitted' || one.state === 'received'),
    );
  }
}

function wasSent({ candidacyId }: KnownReferral): boolean {
  return candidacyId !== null;
}
