import type { MenuItem } from './menu.js';

/** What the pages of a process are told once. */
export interface PageSettings {
  readonly menu: readonly MenuItem[];
  readonly isDemonstration: boolean;
  /** Address of the service, known once it listens. */
  readonly address: () => string;
  /** Origin of the identity provider, when it is not the service itself. */
  readonly signInOrigin?: string;
}

/** Injection token of the settings. */
export abstract class Pages {
  abstract readonly settings: PageSettings;
}
