/** What the client reads of the API's answers (contract.md 2). */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
}

export interface Person {
  readonly birthName: string;
  readonly usageName: string | null;
  readonly firstNames: readonly string[];
  readonly sex: string;
  readonly birthDate: string;
  readonly birthPlaceCode: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: {
    readonly street: string | null;
    readonly complement: string | null;
    readonly postalCode: string;
    readonly communeCode: string;
  };
  readonly imiloId: string | null;
}

export interface ReferralAnswer {
  readonly reference: string;
  readonly state: string;
  readonly unit: { readonly code: string };
  readonly youngPerson: Person;
  readonly volunteerType: string;
  readonly trackWish: string | null;
  readonly diplomaLevel: string;
  readonly support: string;
  readonly cejStartsOn: string | null;
  readonly cejEndsOn: string | null;
  readonly prerequisites: readonly string[];
  readonly informedOn: string;
  readonly noticeVersion: string;
  readonly referredOn: string | null;
}

export interface CandidacyAnswer {
  readonly reference: string | null;
  readonly unitFileNumber: string | null;
  readonly state: string;
  readonly stateOn: string;
  readonly missionLocale: { readonly code: string } | null;
  readonly youngPerson: Person | null;
}

export interface ServiceAnswer {
  readonly reference: string | null;
  readonly unitFileNumber: string | null;
  readonly origin: string;
  readonly missionLocale: { readonly code: string } | null;
  readonly unit: { readonly code: string };
  readonly youngPerson: Person | null;
  readonly volunteerType: string;
  readonly track: string | null;
  readonly site: string | null;
  readonly incorporatedOn: string | null;
  readonly plannedEndOn: string | null;
  readonly exit: {
    readonly exitedOn: string;
    readonly isAnnounced: boolean;
    readonly reason: string;
    readonly situation: string;
    readonly isDropout: boolean;
    readonly wantsSupport: boolean;
    readonly certifications: readonly string[];
    readonly assessedLevel: string | null;
  } | null;
}

/** Somebody who left a unit, as the API names them. */
export interface NamedLeaver {
  readonly reference: string | null;
  readonly unitFileNumber: string | null;
  readonly unit: { readonly code: string };
  readonly youngPerson: Person | null;
}

export interface ReturnAnswer extends NamedLeaver {
  readonly endsOn: string;
}

/** Somebody whom a unit announced to a mission locale. */
export interface InvitedAnswer {
  readonly unitFileNumber: string;
  readonly unit: { readonly code: string };
  readonly youngPerson: Pick<Person, 'birthName' | 'firstNames' | 'birthDate'> | null;
}

export interface AskedMilestone extends NamedLeaver {
  readonly exitedOn: string;
  readonly milestone: string;
}

export interface ExpectedFile {
  readonly flow: string;
  readonly mode: string;
  readonly period: string | null;
  readonly nature: 'I' | 'C' | 'S';
  readonly state: string;
  readonly nextSequence: number;
}

export interface MailboxFileAnswer {
  readonly id: string;
  readonly fileName: string;
  readonly flow: string;
  readonly rows: number;
  readonly state: string;
}

export interface ReceiptAnswer {
  readonly id: string;
  readonly aee: string;
  readonly rows: number | null;
  readonly onTime: boolean | null;
}

export interface RefusalAnswer {
  readonly are?: string;
  readonly detail: string;
  readonly errors?: readonly { readonly code: string; readonly detail: string }[];
}

export interface ReportAnswer {
  readonly crm?: string;
  readonly stade?: string;
  readonly code: number;
  readonly compteurs: Readonly<Record<string, number>>;
  readonly anomalies: readonly {
    readonly ligne: number | null;
    readonly colonne: string | null;
    readonly code: string;
    readonly precision: string | null;
    readonly message: string;
  }[];
}
