import { Injectable } from '@nestjs/common';
import {
  CommuneDirectory,
  COUNTRIES,
  placeName,
  placesMeant,
  placeText,
} from '../../../organisations/index.js';

/** What a typed place means: its code, or what to do about it. */
export type PlaceMeant = { readonly code: string } | { readonly problem: string };

const SHOWN = 4;

/** Places as people write them, instead of codes. */
@Injectable()
export class PlaceTexts {
  constructor(private readonly communes: CommuneDirectory) {}

  /** The place of a text; a postal code tells apart communes of one name. */
  meant(text: string, postalCode = ''): PlaceMeant {
    const found = placesMeant(text, this.communes, COUNTRIES);
    const near =
      found.length > 1
        ? found.filter((code) => this.communes.isPostalCodeOf(postalCode, code))
        : [];
    const [code, ...others] = near.length > 0 ? near : found;
    if (code === undefined) {
      return { problem: `« ${text} » n’est ni une commune ni un pays connu : vérifiez le nom` };
    }
    return others.length === 0 ? { code } : { problem: this.tellApart([code, ...others]) };
  }

  /** As somebody would type it. */
  textOf(code: string | null): string {
    return code === null ? '' : placeText(code, this.communes, COUNTRIES);
  }

  /** As somebody reads it. */
  nameOf(code: string): string {
    return placeName(code, this.communes, COUNTRIES);
  }

  private tellApart(codes: readonly string[]): string {
    const names = codes.slice(0, SHOWN).map((code) => this.textOf(code));
    const more = codes.length > SHOWN ? '…' : '';
    return `Plusieurs communes portent ce nom : précisez le département, par exemple ${names.join(', ')}${more}`;
  }
}
