import { manifestNameOf, parseFileName, type FileNameParts } from '../deposit/index.js';

/** Something in the `entree` of an organisation; its name comes from outside. */
export interface SpoolEntry {
  /** What tells it from the others, whatever its name. */
  readonly key: string;
  readonly name: string;
  readonly kind: 'ordinary' | 'linked' | 'other';
  /** Milliseconds since content or name last changed. */
  readonly ageMs: number;
}

const DAY = 24 * 3_600_000;

/** How long things may wait in `entree`, in milliseconds; each can be set for a trial. */
export class SpoolDelays {
  /** A file written under its last name is whole after that. */
  settled = 2_000;
  /** A name that is none of an exchange file may still get its manifest; a link may be a renaming. */
  stray = 10_000;
  /** A manifest without data, data without manifest (exchange.md 6.1 #2, #3). */
  missingPart = 30 * 60_000;
  /** An upload that never ended (exchange.md 6.1 #1). */
  unfinished = DAY;
  /** A deposit taken out, and nobody at it: its process has ended. */
  abandoned = 45_000;
  /** What was written for an organisation and not fetched: 60 and 90 days (exchange.md 7.g). */
  kept = { sortie: 60 * DAY, comptes_rendus: 90 * DAY };
}

/** What to do with the entries of a folder. */
export interface SpoolPlan {
  /** To be judged, in the order of their numbers; what is missing of a deposit stays null. */
  readonly deposits: readonly SpoolDeposit[];
  /** Uploads that never ended: to be removed. */
  readonly swept: readonly SpoolEntry[];
}

export interface SpoolDeposit {
  readonly data: SpoolEntry | null;
  readonly manifest: SpoolEntry | null;
}

const UNFINISHED = /\.(?:part|filepart|tmp)$/i;
const MANIFEST = /\.manifeste\.json$/;

/**
 * Decides what has come to its end in a folder (exchange.md 6.1 #1-3, #8, #9; 7.b): the manifest is the
 * mark that a deposit is complete. `flows` are all the codes a name may begin with.
 */
export function planCollection(
  entries: readonly SpoolEntry[],
  flows: readonly string[],
  delays: SpoolDelays,
): SpoolPlan {
  const unfinished = entries.filter(isUnfinished);
  const files = entries.filter((entry) => !isUnfinished(entry));
  return {
    deposits: inOrder(
      pairs(files).filter((deposit) => isRipe(deposit, flows, delays)),
      flows,
    ),
    swept: unfinished.filter(({ ageMs }) => ageMs >= delays.unfinished),
  };
}

function isUnfinished({ kind, name }: SpoolEntry): boolean {
  return kind !== 'other' && UNFINISHED.test(name);
}

/** Links, folders and pipes are never a deposit; a second name may be a renaming that has not ended. */
function isStrange({ kind, ageMs }: SpoolEntry, { stray }: SpoolDelays): boolean {
  return kind === 'other' || (kind === 'linked' && ageMs >= stray);
}

function pairs(files: readonly SpoolEntry[]): SpoolDeposit[] {
  const manifests = new Map(
    files.filter(({ name }) => MANIFEST.test(name)).map((entry) => [entry.name, entry]),
  );
  const deposits: SpoolDeposit[] = [];
  for (const entry of files.filter(({ name }) => !MANIFEST.test(name))) {
    const manifest = manifests.get(manifestNameOf(entry.name)) ?? null;
    if (manifest) manifests.delete(manifest.name);
    deposits.push({ data: entry, manifest });
  }
  return [...deposits, ...[...manifests.values()].map((manifest) => ({ data: null, manifest }))];
}

function isRipe(
  { data, manifest }: SpoolDeposit,
  flows: readonly string[],
  delays: SpoolDelays,
): boolean {
  const parts = [data, manifest].filter((part) => part !== null);
  if (parts.some((part) => isStrange(part, delays))) return true;
  // A link that is not strange yet may be a renaming at work.
  if (parts.some(({ kind, ageMs }) => kind !== 'ordinary' || ageMs < delays.settled)) return false;
  if (data && manifest) return true;
  const { name, ageMs } = data ?? manifest ?? NOTHING;
  const isExchangeFile = data === null || parseFileName(name, flows).ok;
  return ageMs >= (isExchangeFile ? delays.missingPart : delays.stray);
}

const NOTHING = { name: '', ageMs: 0 };

/** Files of one flow and mode by their numbers: a folder lists them in any order. */
function inOrder(deposits: readonly SpoolDeposit[], flows: readonly string[]): SpoolDeposit[] {
  const keyed = deposits.map((deposit) => ({ deposit, key: orderOf(deposit, flows) }));
  return keyed
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ deposit }) => deposit);
}

function orderOf({ data, manifest }: SpoolDeposit, flows: readonly string[]): string {
  const name = data?.name ?? manifest?.name ?? '';
  const read = parseFileName(name, flows);
  return read.ok ? placeOf(read.parts) : `~${name}`;
}

function placeOf({ flow, mode, sequence }: FileNameParts): string {
  return `${flow} ${mode} ${String(sequence).padStart(6, '0')}`;
}
