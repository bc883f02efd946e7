import { Injectable } from '@nestjs/common';
import { CommuneDirectory, COUNTRIES, placeName } from '../../organisations/index.js';
import { phoneWords } from '../../platform/french/index.js';
import type { Fact } from '../../platform/pages/index.js';
import type { YoungPersonView } from '../http/young-person.view.js';
import { birthWords } from './birth-words.js';

/** What is known of a young person, in words, on the pages of a referral, a service or a return. */
@Injectable()
export class PersonFacts {
  constructor(private readonly communes: CommuneDirectory) {}

  /** As a unit reads them; nothing of somebody whom the reader may not see. */
  of(person: YoungPersonView | null): Fact[] {
    if (!person) return [];
    return [
      { label: 'Nom de naissance', value: person.birthName },
      { label: 'Nom d’usage', value: person.usageName },
      { label: 'Prénoms', value: person.firstNames.join(', ') },
      { label: 'Naissance', value: birthWords(person.birthDate) },
      { label: 'Lieu de naissance', value: this.nameOf(person.birthPlaceCode) },
      { label: 'Téléphone', value: phoneWords(person.phone) },
      { label: 'Adresse électronique', value: person.email },
      { label: 'Adresse', value: this.addressOf(person) },
    ];
  }

  /** As a mission locale reads them: with the number of its own file. */
  withFileNumber(person: YoungPersonView | null): Fact[] {
    return person ? [...this.of(person), { label: 'Numéro i-milo', value: person.imiloId }] : [];
  }

  private addressOf({ address }: YoungPersonView): string {
    const { street, complement, postalCode, communeCode } = address;
    const commune = [postalCode, this.nameOf(communeCode)].filter(Boolean).join(' ');
    return [street, complement, commune].filter(Boolean).join(', ');
  }

  private nameOf(code: string | null): string | null {
    return code === null ? null : placeName(code, this.communes, COUNTRIES);
  }
}
