import {
  addMonthsToDate,
  ageOn,
  isCodeOf,
  type FieldIssue,
  type LocalDate,
} from '../../kernel/index.js';
import { PREREQUISITES } from './code-lists.js';
import type { ReferralDetails } from './referral.js';

/** Longest contract: 12 months, exceptionally 18 (domain.md 5.1, code du travail R.5131-16). */
const CEJ_MAXIMUM_MONTHS = 18;
/** Outside them the referral is only warned of (domain.md 2.1). */
const SCHEME_AGES = { from: 16, to: 26 } as const;

/** A remark that does not stop the referral. */
export interface Warning {
  readonly code: string;
  readonly detail: string;
}

/**
 * What is wrong in the details of a referral made on `referredOn`; nothing when all is well.
 * Pointers are those of the API's body (contract.md 2).
 */
export function detailIssues(details: ReferralDetails, referredOn: LocalDate): FieldIssue[] {
  return [
    ...cejIssues(details),
    ...noticeIssues(details, referredOn),
    ...prerequisiteIssues(details),
  ];
}

/**
 * The places of a young person that `isPlace` does not know: neither a commune, present or former,
 * nor a country. What a file is refused for (exchange.md 6.5) is refused here, or the file made from
 * the referral would be. A place left unsaid is not wrong.
 */
export function placeIssues(
  birthPlaceCode: string | null,
  communeCode: string | null,
  isPlace: (code: string) => boolean,
): FieldIssue[] {
  const places = [
    ['/youngPerson/birthPlaceCode', birthPlaceCode],
    ['/youngPerson/address/communeCode', communeCode],
  ] as const;
  return places.flatMap(([pointer, code]) =>
    code === null || isPlace(code) ? [] : [unknownPlace(pointer)],
  );
}

function unknownPlace(pointer: string): FieldIssue {
  const detail =
    'Ce code n’est celui d’aucune commune ni d’aucun pays. Indiquez le code INSEE, qui n’est pas le code postal.';
  return { pointer, code: 'CODE_COMMUNE_INCONNU', detail };
}

function cejIssues(details: ReferralDetails): FieldIssue[] {
  const { support, cejStartsOn, cejEndsOn } = details;
  if (support !== 'CEJ') return [];
  if (!cejStartsOn) return [required('/cejStartsOn', 'Indiquez la date de début du CEJ.')];
  if (!cejEndsOn) return [required('/cejEndsOn', 'Indiquez la date de fin prévue du CEJ.')];
  if (cejEndsOn <= cejStartsOn) {
    return [chronology('/cejEndsOn', 'La fin du CEJ doit suivre son début.')];
  }
  if (cejEndsOn > addMonthsToDate(cejStartsOn, CEJ_MAXIMUM_MONTHS)) {
    return [chronology('/cejEndsOn', 'Un CEJ ne dépasse pas dix-huit mois : vérifiez les dates.')];
  }
  return [];
}

/** The young person is informed before anything is sent (PRV-04). */
function noticeIssues(details: ReferralDetails, referredOn: LocalDate): FieldIssue[] {
  if (details.informedOn <= referredOn) return [];
  const detail = 'Le jeune doit avoir été informé avant la transmission : vérifiez la date.';
  return [chronology('/informedOn', detail)];
}

function prerequisiteIssues(details: ReferralDetails): FieldIssue[] {
  return details.prerequisites.flatMap((code, index) =>
    isCodeOf(PREREQUISITES, code)
      ? []
      : [
          {
            pointer: `/prerequisites/${index}`,
            code: 'CODE_INCONNU',
            detail: 'Prérequis inconnu.',
          },
        ],
  );
}

/** Warns when the young person is outside the ages of the scheme on the day of the referral. */
export function ageWarnings(birth: LocalDate, on: LocalDate): Warning[] {
  const age = ageOn(birth, on);
  if (age >= SCHEME_AGES.from && age <= SCHEME_AGES.to) return [];
  const detail = 'Le jeune est hors des âges du dispositif (16 à 26 ans) : vérifiez avec l’unité.';
  return [{ code: 'AGE_HORS_DISPOSITIF', detail }];
}

/** What an adviser is told of an identity that was taken though something in it is to be looked at. */
const IDENTITY_WARNINGS: Readonly<Record<string, string>> = {
  HOMONYME_POSSIBLE:
    'Un autre dossier de votre structure porte la même identité sous un autre numéro i-milo : vérifiez qu’il ne s’agit pas de la même personne.',
  IDENTITE_ECART:
    'L’identité indiquée diffère de celle du dossier ; celle du dossier est gardée : vérifiez-la.',
  NOM_PRENOM_INVERSES: 'Le nom et le prénom semblent inversés : vérifiez-les.',
  DATE_NAISSANCE_PARTIELLE: 'La date de naissance n’est connue qu’en partie.',
  SEXE_ECART: 'Le sexe indiqué diffère de celui du dossier : vérifiez-le.',
};

/** The remarks of the matching, in words; a veto forbids a link, it does not forbid saying so. */
export function identityWarnings(gaps: readonly string[]): Warning[] {
  return gaps.flatMap((code) => {
    const detail = IDENTITY_WARNINGS[code];
    return detail === undefined ? [] : [{ code, detail }];
  });
}

function required(pointer: string, detail: string): FieldIssue {
  return { pointer, code: 'required', detail };
}

function chronology(pointer: string, detail: string): FieldIssue {
  return { pointer, code: 'CHRONOLOGIE', detail };
}
