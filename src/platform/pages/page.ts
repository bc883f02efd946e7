import type { ComponentChildren } from 'preact';

/** A link of the trail above a page. */
export interface Crumb {
  readonly href: string;
  readonly label: string;
}

/** What a page may say besides its title and its content. */
export interface PageOptions {
  readonly status?: number;
  /** The title then starts with `Erreur : `, as screen readers read it first. */
  readonly isError?: boolean;
  readonly crumbs?: readonly Crumb[];
}

/** What a controller of pages answers: the shell puts header, menu and footer around it. */
export class Page {
  constructor(
    readonly title: string,
    readonly content: ComponentChildren,
    readonly options: PageOptions = {},
  ) {}
}

/** What a form answers when it did its work: another page, maybe with a word about it. */
export class SeeOther {
  /**
   * @param path a path of this service, never one that a client gave (SEC-32)
   * @param notice shown once on that page; never anything personal
   */
  constructor(
    readonly path: string,
    readonly notice?: Notice,
  ) {}
}

/** A sentence shown once, after a redirect. */
export interface Notice {
  readonly tone: 'success' | 'info' | 'warning';
  readonly text: string;
}
