import type { Role } from '../../kernel/index.js';

/** An entry of the main menu. */
export interface MenuItem {
  readonly href: string;
  readonly label: string;
  /** The same in the menu, where there is less room. */
  readonly short?: string;
  readonly roles: readonly Role[];
}

/** The main menu of the process: each role sees its own entries, in their order. */
export class Menu {
  constructor(private readonly items: readonly MenuItem[]) {}

  of(role: Role | undefined): readonly MenuItem[] {
    return role === undefined ? [] : this.items.filter(({ roles }) => roles.includes(role));
  }
}
