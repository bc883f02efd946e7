import { ROLE_LABELS } from '../../accounts/index.js';
import type { UnitTask } from '../../candidacies/index.js';
import type { ExchangeWork } from '../../exchanges/index.js';
import type { DirectTask } from '../../direct-applicants/index.js';
import type { SessionTask } from '../../information-sessions/index.js';
import type { LocalDate, PersonActor, Role } from '../../kernel/index.js';
import { listedName } from '../../people/index.js';
import { counted, frenchNumber, shortDate } from '../../platform/french/index.js';
import { NEWS_DAYS, type AnsweredReferral, type ReferralWork } from '../../referrals/index.js';
import type { ReturnTask } from '../../returns/index.js';
import type { ServiceTask } from '../../volunteers/index.js';
import type { WorkCounted, WorkFound } from './home-work.js';
import {
  DIRECT_WORDS,
  RETURN_WORDS,
  SERVICE_WORDS,
  SESSION_WORDS,
  UNIT_WORDS,
} from './task-words.js';

/** Something that waits: how many, of what, and where. */
export interface HomeTask {
  readonly href: string;
  readonly count: string;
  readonly title: string;
  readonly about: string;
}

/** An answer that came in. */
export interface HomeAnswer {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly unit: string;
  readonly outcome: string;
  readonly decidedOn: string;
}

/** The home, in words. */
export interface HomePresented {
  /** Null for a role that no page of this service waits for. */
  readonly tasks: readonly HomeTask[] | null;
  readonly answers: {
    readonly title: string;
    readonly empty: string;
    readonly rows: readonly HomeAnswer[];
  } | null;
}

/** The line above the title: the role somebody works in. */
export function roleLine({ role }: PersonActor): string {
  return `Rôle\u00A0: ${ROLE_LABELS[role]}`;
}

/** What waits: a task that is done is no longer there; null for a role that nothing waits for. */
export function presentTasks(
  {
    referrals,
    unit,
    sessions,
    direct,
    services,
    returns,
    followUps,
    exchanges,
    contracts,
    exceptions,
    merges,
    silences,
  }: WorkFound | WorkCounted,
  role: Role,
): readonly HomeTask[] | null {
  const found = [
    returns && returnTasks(returns),
    referrals && adviserTasks(referrals),
    followUps === null ? null : followUpTasks(followUps),
    contracts === null ? null : contractTasks(contracts),
    unit && unitTasks(unit, role),
    sessions && sessionTasks(sessions),
    direct && directTasks(direct),
    services && serviceTasks(services),
    exchanges && exchangeTasks(exchanges),
    exceptions === null ? null : exceptionTasks(exceptions),
    merges === null ? null : mergeTasks(merges),
    silences === null ? null : silenceTasks(silences),
  ].filter((tasks) => tasks !== null);
  return found.length === 0 ? null : found.flat();
}

const NO_ANSWER = `Aucune réponse depuis ${counted(NEWS_DAYS, 'jour', 'jours')}.`;
const NO_MORE_READING =
  'Votre compte a lu aujourd’hui autant de jeunes qu’il le peut : les réponses arrivées ne sont pas montrées.';

/** What waits, and what came in. */
export function presentHome(found: WorkFound, role: Role): HomePresented {
  const { referrals } = found;
  return {
    tasks: presentTasks(found, role),
    answers: referrals && {
      title: 'Réponses arrivées',
      empty: referrals.answers ? NO_ANSWER : NO_MORE_READING,
      rows: referrals.answers?.map(answerOf) ?? [],
    },
  };
}

function adviserTasks({
  toDo,
  toRepresent,
  drafts,
}: Pick<ReferralWork, 'toDo' | 'toRepresent' | 'drafts'>): HomeTask[] {
  return [
    task(toDo, {
      href: '/orientations',
      title: toDo === 1 ? 'orientation à traiter' : 'orientations à traiter',
      about: 'À transmettre, ou restées sans réponse : vous pouvez proposer une autre unité.',
    }),
    task(toRepresent, {
      href: '/orientations?onglet=a-representer',
      title: toRepresent === 1 ? 'jeune à représenter' : 'jeunes à représenter',
      about: 'Le jour à partir duquel l’unité accepte un nouveau dossier est arrivé.',
    }),
    task(drafts, {
      href: '/orientations',
      title: drafts === 1 ? 'brouillon à terminer' : 'brouillons à terminer',
      about: 'Saisies commencées et pas encore transmises.',
    }),
  ].flat();
}

function followUpTasks(count: number): HomeTask[] {
  return task(count, {
    href: '/devenirs',
    title: count === 1 ? 'devenir à renseigner' : 'devenirs à renseigner',
    about: 'Dites ce que font les jeunes 3, 6 ou 12 mois après leur sortie.',
  });
}

function mergeTasks(count: number): HomeTask[] {
  return task(count, {
    href: '/doublons',
    title: count === 1 ? 'fiche en double à confirmer' : 'fiches en double à confirmer',
    about: 'Un collègue pense que deux fiches sont de la même personne : décidez.',
  });
}

function contractTasks(count: number): HomeTask[] {
  return task(count, {
    href: '/cej',
    title: count === 1 ? 'contrat CEJ ou PACEA à surveiller' : 'contrats CEJ ou PACEA à surveiller',
    about: 'Terme, durée ou âge proches, prolongation à confirmer, sortie attendue.',
  });
}

function exceptionTasks(count: number): HomeTask[] {
  return task(count, {
    href: '/coherence',
    title: count === 1 ? 'suivi à reprendre' : 'suivis à reprendre',
    about: 'Il y manque un organisme qui suit le jeune, une prochaine action ou une date.',
  });
}

function silenceTasks(count: number): HomeTask[] {
  return task(count, {
    href: '/retours-signales',
    title:
      count === 1
        ? 'mission locale à appeler pour ses retours'
        : 'missions locales à appeler pour leurs retours',
    about: 'Des jeunes y attendent depuis trop longtemps, malgré les relances.',
  });
}

/** The medical office has one thing to say of a file that waits for its outcome. */
const MEDICAL_WORDS: Partial<typeof UNIT_WORDS> = {
  resultat: {
    one: 'candidat sans conclusion',
    many: 'candidats sans conclusion',
    about: 'Convoqués, sans résultat : indiquez la conclusion d’aptitude, jamais sa cause.',
  },
};

function unitTasks(tasks: readonly UnitTask[], role: Role): HomeTask[] {
  const words = role === 'medical-office' ? { ...UNIT_WORDS, ...MEDICAL_WORDS } : UNIT_WORDS;
  return tasks.flatMap(({ kind, href, count }) => {
    const { one, many, about } = words[kind];
    return task(count, { href, title: count === 1 ? one : many, about });
  });
}

function sessionTasks(tasks: readonly SessionTask[]): HomeTask[] {
  return tasks.flatMap(({ kind, href, count }) => {
    const { one, many, about } = SESSION_WORDS[kind];
    return task(count, { href, title: count === 1 ? one : many, about });
  });
}

function directTasks(tasks: readonly DirectTask[]): HomeTask[] {
  return tasks.flatMap(({ kind, href, count }) => {
    const { one, many, about } = DIRECT_WORDS[kind];
    return task(count, { href, title: count === 1 ? one : many, about });
  });
}

/** A return comes first: behind each, somebody left without a solution. */
function serviceTasks(tasks: readonly ServiceTask[]): HomeTask[] {
  return tasks.flatMap(({ kind, href, count }) => {
    const { one, many, about } = SERVICE_WORDS[kind];
    return task(count, { href, title: count === 1 ? one : many, about });
  });
}

function returnTasks(tasks: readonly ReturnTask[]): HomeTask[] {
  return tasks.flatMap(({ kind, href, count }) => {
    const { one, many, about } = RETURN_WORDS[kind];
    return task(count, { href, title: count === 1 ? one : many, about });
  });
}

function exchangeTasks({ toConfirm, late, expected }: ExchangeWork): HomeTask[] {
  const href = '/echanges';
  return [
    task(toConfirm, {
      href,
      title: toConfirm === 1 ? 'fichier à confirmer' : 'fichiers à confirmer',
      about: 'Passerelle a retenu ce qui sort de l’habitude : confirmez-le, ou corrigez-le.',
    }),
    task(late, {
      href,
      title: late === 1 ? 'fichier en retard' : 'fichiers en retard',
      about: 'La date est passée : déposez-le dès que possible.',
    }),
    task(expected, {
      href,
      title: expected === 1 ? 'fichier attendu' : 'fichiers attendus',
      about: 'À déposer avant l’échéance.',
    }),
  ].flat();
}

/** Nothing for nothing: the home empties to zero. */
function task(count: number, words: Omit<HomeTask, 'count'>): HomeTask[] {
  return count === 0 ? [] : [{ ...words, count: frenchNumber(count) }];
}

function answerOf({ view, outcomeLabel }: AnsweredReferral): HomeAnswer {
  const { id, youngPerson, unit, outcome } = view;
  return {
    id,
    href: `/orientations/${id}`,
    name: listedName(youngPerson),
    unit: unit.name,
    outcome: outcomeLabel,
    decidedOn: outcome ? shortDate(outcome.decidedOn as LocalDate) : '',
  };
}
