import { labelOf, type LocalDate } from '../../../../kernel/index.js';
import { SEXES, type PersonDetails } from '../../../../people/index.js';
import { longDate, phoneWords } from '../../../../platform/french/index.js';
import {
  DIPLOMA_LEVELS,
  PREREQUISITES,
  SUPPORT_SCHEMES,
  VOLUNTEER_TYPES,
} from '../../../domain/code-lists.js';
import type { SubmitReferralCommand } from '../../../use-cases/submit-referral.js';

/** An answer to read again, and the field it was given in. */
export interface Answer {
  readonly label: string;
  readonly value: string | null;
  readonly field: string;
}

/** The answers under one title. */
export interface AnswerGroup {
  readonly title: string;
  readonly answers: readonly Answer[];
}

/** Names that codes stand for. */
export interface AnswerNames {
  readonly unit: string;
  readonly placeOf: (code: string) => string;
  readonly isMinor: boolean;
}

/** Everything that will be sent, in the order of the form. */
export function presentAnswers(
  { person, details, guardianship }: SubmitReferralCommand,
  { unit, placeOf, isMinor }: AnswerNames,
): AnswerGroup[] {
  const guardian = {
    title: 'Le représentant légal',
    answers: [
      {
        label: 'Autorisation',
        value: guardianship?.authorisation === 'given' ? 'Donnée par écrit' : 'Non donnée',
        field: 'autorisation',
      },
    ],
  };
  return [
    { title: 'Le jeune', answers: personAnswers(person, placeOf) },
    { title: 'L’orientation', answers: referralAnswers(details, unit) },
    ...(isMinor ? [guardian] : []),
    {
      title: 'L’information du jeune',
      answers: [
        { label: 'Jeune informé le', value: longDate(details.informedOn), field: 'informe' },
        {
          label: 'Notice remise',
          value: `Version ${details.noticeVersion}`,
          field: 'notice',
        },
      ],
    },
  ];
}

function personAnswers(
  { identity, contact, imiloId }: PersonDetails,
  placeOf: (code: string) => string,
): Answer[] {
  const place = identity.birthPlaceCode;
  const address = [contact.street, contact.addressComplement].filter(Boolean).join(', ');
  const commune = contact.communeCode === null ? '' : placeOf(contact.communeCode);
  return [
    { label: 'Nom de naissance', value: identity.birthName, field: 'nom' },
    { label: 'Nom d’usage', value: identity.usageName, field: 'nom-usage' },
    { label: 'Prénoms', value: identity.firstNames.join(', '), field: 'prenoms' },
    { label: 'Sexe', value: labelOf(SEXES, identity.sex ?? ''), field: 'sexe' },
    {
      label: 'Naissance',
      value: longDate(identity.birthDate as string as LocalDate),
      field: 'naissance',
    },
    {
      label: 'Lieu de naissance',
      value: place === null ? null : placeOf(place),
      field: 'lieu-naissance',
    },
    { label: 'Numéro i-milo', value: imiloId, field: 'imilo' },
    { label: 'Téléphone', value: phoneWords(contact.phone), field: 'telephone' },
    { label: 'Adresse électronique', value: contact.email, field: 'courriel' },
    { label: 'Adresse', value: address, field: 'voie' },
    {
      label: 'Commune de résidence',
      value: `${contact.postalCode ?? ''} ${commune}`.trim(),
      field: 'code-postal',
    },
  ];
}

function referralAnswers(details: SubmitReferralCommand['details'], unit: string): Answer[] {
  const { cejStartsOn, cejEndsOn } = details;
  return [
    { label: 'Régiment ou centre', value: unit, field: 'unite' },
    {
      label: 'Volontariat visé',
      value: labelOf(VOLUNTEER_TYPES, details.volunteerType),
      field: 'volontariat',
    },
    { label: 'Filière souhaitée', value: details.trackWish, field: 'filiere' },
    {
      label: 'Niveau déclaré',
      value: labelOf(DIPLOMA_LEVELS, details.diplomaLevel),
      field: 'niveau',
    },
    {
      label: 'Accompagnement',
      value: labelOf(SUPPORT_SCHEMES, details.support),
      field: 'accompagnement',
    },
    ...(cejStartsOn
      ? [{ label: 'Début du CEJ', value: longDate(cejStartsOn), field: 'cej-debut' }]
      : []),
    ...(cejEndsOn
      ? [{ label: 'Fin prévue du CEJ', value: longDate(cejEndsOn), field: 'cej-fin' }]
      : []),
    {
      label: 'Prérequis réunis',
      value: details.prerequisites.map((code) => labelOf(PREREQUISITES, code)).join(', '),
      field: 'prerequis',
    },
    { label: 'Boîte de l’équipe', value: details.referentMailbox, field: 'boite' },
  ];
}
