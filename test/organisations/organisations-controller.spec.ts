import { readFields } from '../../src/platform/fields/index.js';
import { OrganisationsController } from '../../src/organisations/http/organisations.controller.js';
import { SearchOrganisationsRequest } from '../../src/organisations/http/search-organisations.request.js';
import { NO_CONTACT, OrganisationDirectory } from '../../src/organisations/index.js';
import type { Convention, Organisation, Routing } from '../../src/organisations/index.js';
import { SHIPPED_ORGANISATIONS } from '../../src/organisations/reference/shipped-organisations.js';

class ShippedDirectory extends OrganisationDirectory {
  private readonly sorted = SHIPPED_ORGANISATIONS.toSorted((a, b) => (a.code < b.code ? -1 : 1));

  override async byId(id: string): Promise<Organisation | undefined> {
    return this.sorted.find((one) => one.id === id);
  }

  override async byCode(code: string): Promise<Organisation | undefined> {
    return this.sorted.find((one) => one.code === code);
  }

  override async all(kind?: string): Promise<readonly Organisation[]> {
    return this.sorted.filter((one) => kind === undefined || one.kind === kind);
  }

  override async contactOf() {
    return NO_CONTACT;
  }

  override async conventionBetween(): Promise<Convention | undefined> {
    return undefined;
  }

  override async conventionsOn(): Promise<readonly Convention[]> {
    return [];
  }

  override async missionLocaleOf(): Promise<Routing> {
    return { state: 'unresolved' };
  }
}

const controller = new OrganisationsController(new ShippedDirectory());

async function list(query: Record<string, string>) {
  const read = await readFields(SearchOrganisationsRequest, query);
  if (!read.isRight) throw new Error(JSON.stringify(read.issues));
  return controller.list(read.value);
}

describe('The list of organisations', () => {
  it.each([
    [{}, 43],
    [{ kind: 'unit' }, 16],
    [{ kind: 'unit', scheme: 'SMV' }, 8],
    [{ kind: 'mission-locale', territory: 'RE' }, 4],
    [{ code: 'RSMA-RE' }, 1],
    [{ code: 'RSMA-XX' }, 0],
  ])('with %j counts %i', async (query, total) => {
    expect(await list(query)).toMatchObject({ total, next: null });
  });

  it('gives every organisation once, page after page', async () => {
    const codes: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await list({ limit: '10', ...(cursor === '' ? {} : { cursor }) });
      codes.push(...page.items.map(({ code }) => code));
      expect(page.total).toBe(43);
      cursor = page.next;
    }
    expect(codes).toEqual(SHIPPED_ORGANISATIONS.map(({ code }) => code).toSorted());
  });

  it('refuses a kind that does not exist', async () => {
    expect(await readFields(SearchOrganisationsRequest, { kind: 'regiment' })).toMatchObject({
      isRight: false,
    });
  });
});

describe('One organisation', () => {
  it('is shown by its code', async () => {
    expect(await controller.show('97411S00')).toMatchObject({
      usualName: 'Mission locale Nord',
      validTo: null,
    });
  });

  it('is not found under another code', async () => {
    await expect(controller.show('97411')).rejects.toMatchObject({ code: 'organisation-unknown' });
  });
});
