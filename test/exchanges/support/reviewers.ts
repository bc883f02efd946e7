import type TestAgent from 'supertest/lib/agent.js';
import { ML, UNIT, type Emitters, type Report } from './emitters.js';

/** Those who decide on the identity reviews of partners, and what can be seen of it. */
export class Reviewers {
  constructor(private readonly partners: Emitters) {}

  recruiter(): TestAgent {
    return this.partners.service.person('recruiter', UNIT);
  }

  manager(): TestAgent {
    return this.partners.service.person('ml-manager', ML);
  }

  /** The open review of a file. */
  async reviewOf(agent: TestAgent, fileId: string): Promise<string> {
    const { body } = await agent.get('/api/v1/identity-reviews?state=open').expect(200);
    const items = body.items as { id: string; exchangeId: string }[];
    const review = items.find(({ exchangeId }) => exchangeId === fileId);
    if (!review) throw new Error('a review is open');
    return review.id;
  }

  /** The report as its emitter reads it, without the id. */
  async report(emitter: string, id: string): Promise<Omit<Report, 'id'>> {
    const agent = await this.partners.service.as(emitter);
    const { id: _id, ...said } = await this.partners.report(agent, id);
    return said;
  }

  historyOf(kind: 'candidacy' | 'referral', id: string) {
    return this.partners.look<{ command: string; channel: string; is_correction: boolean }>(
      `select command, channel, is_correction from app.${kind}_transition
       where ${kind}_id = $1 order by recorded_at`,
      id,
    );
  }
}

export const decide = (agent: TestAgent, id: string, decision: string, candidateId?: string) =>
  agent
    .post(`/api/v1/identity-reviews/${id}/commands/decide`)
    .send({ decision, ...(candidateId ? { candidateId } : {}) });

export const undo = (agent: TestAgent, id: string) =>
  agent.post(`/api/v1/identity-reviews/${id}/commands/undo`);
