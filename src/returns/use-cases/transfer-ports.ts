import type { Instant, LocalDate } from '../../kernel/index.js';
import type { PersonDetails } from '../../people/index.js';
import type { Exit } from '../../volunteers/index.js';
import type { TransferChange } from '../domain/decide-transfer.js';
import type { ReturnEpisode } from '../domain/return-episode.js';
import type { Transfer } from '../domain/transfer.js';

/** What it takes to decide, and nothing more: who, and where they live. The rest follows a yes. */
export interface DecidingIdentity {
  readonly birthName: string;
  readonly usageName: string | null;
  readonly firstNames: readonly string[];
  readonly birthDate: PersonDetails['identity']['birthDate'];
  readonly postalCode: string | null;
  readonly communeCode: string | null;
}

/** What the unit says of the service; kept true as long as the return goes on elsewhere. */
export interface HandedService {
  readonly unitFileNumber: string | null;
  readonly exit: Exit | null;
}

/** What goes with a proposal. */
export interface TransferParts {
  readonly identity: DecidingIdentity;
  readonly person: PersonDetails;
  readonly service: HandedService;
}

/** One line of the history of a proposal. */
export interface TransferEvent {
  readonly transferId: string;
  readonly command: string;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: Instant;
  readonly role: string;
  readonly organisationId: string | null;
  readonly channel: string;
}

/** A proposal as listed, with when it was made. */
export interface ListedTransfer {
  readonly transfer: Transfer;
  readonly createdAt: Instant;
}

/** Which proposals a list shows: those one was asked, or those one made. */
export type TransferSide = 'received' | 'sent';

/** Which proposals are asked for. */
export interface TransferFilter {
  readonly organisationId: string;
  readonly side: TransferSide;
  readonly state?: Transfer['state'];
}

/** Proposals to follow a return elsewhere. Only inside a unit of work. */
export abstract class Transfers {
  abstract byId(id: string): Promise<ListedTransfer | null>;
  /** Those that wait for an answer or a hand-over, of these returns. */
  abstract pendingOf(episodeIds: readonly string[]): Promise<Transfer[]>;
  /** The latest of each of these returns. */
  abstract latestOf(episodeIds: readonly string[]): Promise<ReadonlyMap<string, Transfer>>;
  /** By the return that goes on from it. */
  abstract followedBy(successorIds: readonly string[]): Promise<ReadonlyMap<string, Transfer>>;
  /** Those a mission locale has not answered by the day before this one. */
  abstract unansweredBefore(today: LocalDate, missionLocaleId: string): Promise<Transfer[]>;
  /** Those of a unit that were accepted, and not yet handed over. */
  abstract acceptedIn(unitId: string): Promise<Transfer[]>;
  /** Latest first. */
  abstract page(
    filter: TransferFilter,
    limit: number,
    after: { createdAt: Instant; id: string } | null,
  ): Promise<{ items: ListedTransfer[]; total: number }>;
  abstract countReceived(missionLocaleId: string): Promise<number>;
  /** Those of an organisation that wait for the answer of another. */
  abstract countSent(organisationId: string): Promise<number>;
  abstract history(episodeId: string): Promise<TransferEvent[]>;

  /** @throws ChangedMeanwhile when one was changed since it was read */
  abstract saveAll(changes: readonly TransferChange[]): Promise<void>;
  abstract addParts(transfer: Transfer, parts: TransferParts): Promise<void>;
  abstract identitiesOf(ids: readonly string[]): Promise<ReadonlyMap<string, DecidingIdentity>>;
  /** Only once the proposal is accepted, for whoever was asked. */
  abstract personOf(id: string): Promise<PersonDetails | null>;
  abstract servicesOf(ids: readonly string[]): Promise<ReadonlyMap<string, HandedService>>;
  /** The young person as the mission locale that accepted keeps them. */
  abstract nameAccepted(id: string, personId: string): Promise<void>;
  /** The unit said something else of these exits. */
  abstract keepTrue(exits: ReadonlyMap<string, Exit | null>): Promise<void>;
  /** What is decided on follows what the unit says of the end. */
  abstract keepEndTrue(episodes: readonly ReturnEpisode[]): Promise<void>;
}
