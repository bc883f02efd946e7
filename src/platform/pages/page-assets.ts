import { loadAssets, type Asset, type AssetName } from './assets.js';

/** The files of the pages of this process. */
export class PageAssets {
  private readonly assets = loadAssets();

  /** The address of a file, for a page that links to it. */
  href(name: AssetName): string {
    return this.assets.get(name)?.href ?? '';
  }

  /** The file at an address; nothing when the hash is not that of the present content. */
  at(href: string): Asset | undefined {
    return [...this.assets.values()].find((asset) => asset.href === href);
  }
}
