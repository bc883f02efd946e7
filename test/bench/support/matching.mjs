import 'reflect-metadata';
import { RandomIds } from '../../../dist/app/random-ids.js';
import { DatabaseIdentityVerdicts } from '../../../dist/people/db/database-identity-verdicts.js';
import { DatabasePeople } from '../../../dist/people/db/database-people.js';
import { DatabasePersonBlocks } from '../../../dist/people/db/database-person-blocks.js';
import { DatabasePersonMerges } from '../../../dist/people/db/database-person-merges.js';
import { rankCandidates, RegisterPeople, worthReading } from '../../../dist/people/index.js';
import { ReadIdentityContexts } from '../../../dist/people/use-cases/read-identity-contexts.js';
import { buildDataSource, TypeOrmUnitOfWork } from '../../../dist/platform/database/index.js';
import { secondsOf } from './figures.mjs';

/** No commune moved among those of the bench. */
const NO_MOVES = { currentOf: () => undefined };

/** The search for people of the service, in this process, in the scope of an organisation. */
export async function openMatching({ appUrl }, organisation) {
  const dataSource = buildDataSource({ url: appUrl, poolSize: 1, entities: [] });
  await dataSource.initialize();
  const unitOfWork = new TypeOrmUnitOfWork(dataSource);
  const people = new DatabasePeople();
  const blocks = new DatabasePersonBlocks();
  const contexts = new ReadIdentityContexts(
    new DatabaseIdentityVerdicts(),
    new DatabasePersonMerges(),
    people,
    NO_MOVES,
  );
  const register = new RegisterPeople(people, contexts, new RandomIds());
  const scope = { organisation, register, people, blocks, contexts };
  return {
    match: (rows, population) =>
      unitOfWork.run(machineOf(organisation), () => matched(scope, rows, population)),
    close: () => dataSource.destroy(),
  };
}

/** Traits, then blocks of those that stay, the files they name, those worth reading, and the weight of each. */
async function matched({ organisation, register, people, blocks, contexts }, rows, population) {
  const { id } = organisation;
  let found, near, worth, files;
  const traits = await secondsOf(async () => (found = await register.find(id, rows)));
  const rest = rows.filter((_, at) => found[at].kind === 'doubtful' || found[at].record === null);
  const blocked = await secondsOf(async () => (near = await blocks.around(id, rest)));
  const { presentOf } = await contexts.about([]);
  const bounds = await secondsOf(() => {
    worth = rest.map((one, at) => worthReading(one, near[at], population, presentOf));
  });
  const wanted = [...new Set(worth.flat())];
  const read = await secondsOf(async () => (files = await people.byIds(wanted)));
  const byId = new Map(files.map((file) => [file.id, file]));
  const weights = await secondsOf(() => {
    for (const [at, one] of rest.entries()) {
      const candidates = worth[at].map((file) => byId.get(file));
      rankCandidates(one, candidates, population, presentOf);
    }
  });
  return {
    traits,
    blocks: blocked,
    bounds,
    files: read,
    weights,
    known: rows.length - rest.length,
    doubtful: found.filter(({ kind }) => kind === 'doubtful').length,
    candidates: near.reduce((sum, ids) => sum + ids.length, 0),
    weighed: wanted.length,
    tooMany: near.filter((ids) => ids.length > 200).length,
  };
}

function machineOf({ id, code }) {
  return {
    type: 'machine',
    id: 'bench',
    clientId: 'bench',
    scopes: [],
    organisation: { id, code, kind: 'mission-locale' },
    channel: { kind: 'api' },
    correlationId: 'bench',
  };
}
