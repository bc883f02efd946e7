import {
  describedBy,
  differingParts,
  KINSHIP_WORDS,
  weighPair,
  type BirthDate,
  type PersonRecord,
  type TextPart,
  type Trait,
} from '../../people/index.js';
import type { SentIdentity } from './review-evidence.js';

/** One trait side by side: what was sent, what is on file, what they say of each other. */
export interface ComparedTrait {
  readonly trait: string;
  /** In words. */
  readonly kinship: string;
  readonly weight: number;
  readonly sent: readonly TextPart[];
  readonly onFile: readonly TextPart[];
}

type ControlTrait = Extract<Trait, 'birthName' | 'firstName' | 'birthDate'>;

const TITLES: Readonly<Record<ControlTrait, string>> = {
  birthName: 'Nom de naissance',
  firstName: 'Premier prénom',
  birthDate: 'Date de naissance',
};

/** The control traits of a row and of a person, with weights in words and the characters that differ. */
export function compareTraits(
  sent: SentIdentity,
  birthDate: BirthDate,
  { identity }: PersonRecord,
): readonly ComparedTrait[] {
  const { birthName, firstName } = sent;
  const described = describedBy({ birthName, firstName1: firstName, birthDate });
  const { traits } = weighPair(described, { identity }, (code) => code);
  const texts: Readonly<Record<ControlTrait, readonly [string, string]>> = {
    birthName: [birthName, identity.birthName],
    firstName: [firstName, identity.firstNames[0] ?? ''],
    birthDate: [sent.birthDate, identity.birthDate],
  };
  return (Object.keys(TITLES) as ControlTrait[]).flatMap((trait) => {
    const found = traits.find((one) => one.trait === trait);
    if (!found) return [];
    const [sentParts, onFile] = differingParts(...texts[trait]);
    const kinship = KINSHIP_WORDS[found.kinship] ?? found.kinship;
    const weight = found.weight / 10;
    return [{ trait: TITLES[trait], kinship, weight, sent: sentParts, onFile }];
  });
}
