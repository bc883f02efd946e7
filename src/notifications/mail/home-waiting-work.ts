import { Injectable } from '@nestjs/common';
import { HomeWork, presentHome } from '../../web/index.js';
import type { Digest } from '../domain/digest.js';
import { WaitingWork, type ReaderMembership } from '../use-cases/ports.js';

const TASK = 'digest.prepare';

/** What the home of somebody would say: read with their rights, and only its counts are kept. */
@Injectable()
export class HomeWaitingWork extends WaitingWork {
  constructor(private readonly home: HomeWork) {
    super();
  }

  override async of(
    accountId: string,
    { organisation, name, role }: ReaderMembership,
    correlationId: string,
  ): Promise<Digest> {
    const channel = { kind: 'system', task: TASK } as const;
    const person = { type: 'person', id: accountId, role, organisation } as const;
    const found = await this.home.of({ ...person, channel, correlationId });
    const { tasks, answers } = presentHome(found);
    const lines = (tasks ?? []).map(({ count, title, href }) => ({
      text: `${count} ${title}`,
      path: href,
    }));
    const news = answersLine(answers?.rows.length ?? 0);
    const all = [...lines, ...news];
    return all.length === 0 ? [] : [{ organisation: name, lines: all }];
  }
}

function answersLine(count: number) {
  if (count === 0) return [];
  const text = count === 1 ? '1 réponse arrivée récemment' : `${count} réponses arrivées récemment`;
  return [{ text, path: '/' }];
}
