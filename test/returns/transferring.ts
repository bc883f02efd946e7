import { Returning, type InService } from './returning.js';

/** The mission locale in charge, the one that is asked, and one that has no part in it. */
export const [OWN, OTHER, STRANGER] = ['97411S00', '97410S00', '97600S00'] as const;

/** Somebody who left, and the addresses of the return and of its proposal. */
export interface Proposed extends InService {
  readonly address: string;
  readonly transfer: string;
}

/** Missions locales that hand young people over to each other. */
export class Transferring {
  private constructor(readonly at: Returning) {}

  static async start(): Promise<Transferring> {
    return new Transferring(await Returning.start());
  }

  as(code: string, role = code.startsWith('RSMA') ? 'recruiter' : 'ml-adviser') {
    return this.at.service.person(role, code);
  }

  propose(address: string, to: string = OTHER, reason = 'DEMENAGEMENT', by: string = OWN) {
    return this.as(by)
      .post(`${address}/commands/propose-transfer`)
      .send({ missionLocale: to, reason });
  }

  async proposed(to: string = OTHER): Promise<Proposed> {
    const gone = await this.at.gone();
    const { body } = await this.propose(gone.address, to).expect(200);
    return { ...gone, transfer: `/api/v1/return-transfers/${body.id}` };
  }

  answer(transfer: string, command: string, by: string = OTHER, body: object = {}) {
    return this.as(by).post(`${transfer}/commands/${command}`).send(body);
  }

  async owner(sql: string, values: unknown[] = []) {
    return (await this.at.service.database.owner.query(sql, values)).rows;
  }
}

/** The id an address ends with. */
export const idOf = (address: string) => address.split('/').at(-1) ?? '';
