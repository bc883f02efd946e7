import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.js';
import { frenchNumber } from '../../platform/french/index.js';
import { HomeWork, presentTasks } from '../../web/index.js';
import type { Digest, DigestLine } from '../domain/digest.js';
import { WaitingWork, type ReaderMembership } from '../use-cases/ports.js';

const TASK = 'digest.prepare';

/** What the home of somebody would count, with their rights: nobody is named, nothing is read. */
@Injectable()
export class HomeWaitingWork extends WaitingWork {
  constructor(private readonly home: HomeWork) {
    super();
  }

  override async of(
    accountId: string,
    { organisation, name, role }: ReaderMembership,
    since: Instant | null,
    correlationId: string,
  ): Promise<Digest> {
    const channel = { kind: 'system', task: TASK } as const;
    const person = { type: 'person', id: accountId, role, organisation } as const;
    const found = await this.home.counts({ ...person, channel, correlationId }, since);
    const waiting = (presentTasks(found, role) ?? []).map(({ count, title, href }) => ({
      text: `${count} ${title}`,
      path: href,
      isNews: false,
    }));
    const lines = [...waiting, ...newsLine(found.referrals?.answers ?? 0)];
    return lines.length === 0 ? [] : [{ organisation: name, lines }];
  }
}

function newsLine(count: number): DigestLine[] {
  if (count === 0) return [];
  const words = count === 1 ? 'nouvelle réponse arrivée' : 'nouvelles réponses arrivées';
  return [{ text: `${frenchNumber(count)} ${words}`, path: '/', isNews: true }];
}
