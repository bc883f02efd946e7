import type { FileLease, TroubledFile } from './lease-ports.js';

/** Tells the operator what happens to files for reasons of ours. */
export abstract class ProcessingWatch {
  /** A process died over it. */
  abstract crashed(file: TroubledFile): void;
  /** An error of ours; it is tried again. */
  abstract failed(file: TroubledFile, error: unknown): void;
  /** This process was too slow: somebody else has it. */
  abstract lost(lease: FileLease): void;
  /** It left the queue: a person must look. */
  abstract setAside(file: TroubledFile): void;
}
