import { Injectable } from '@nestjs/common';
import { recordedBy } from '../../../accounts/index.js';
import type { PersonActor } from '../../../kernel/index.js';
import { OrganisationDirectory } from '../../../organisations/index.js';
import type { TimelineEntry } from '../../../platform/pages/index.js';
import { SessionPresenter } from '../../http/session.presenter.js';
import type { SessionDetailView } from '../../http/session.view.js';
import { ConsultSessions } from '../../use-cases/consult-sessions.js';
import { SessionQueries, type SessionEvent } from '../../use-cases/ports.js';

/** One session as its pages need it. */
export interface SessionFile {
  readonly view: SessionDetailView;
  /** What a form sends back, so that nobody acts on what another has just changed. */
  readonly version: number;
  /** The latest first. */
  readonly history: readonly TimelineEntry[];
}

/** Reads a session for its pages, as the API reads it. */
@Injectable()
export class SessionFiles {
  constructor(
    private readonly consult: ConsultSessions,
    private readonly queries: SessionQueries,
    private readonly presenter: SessionPresenter,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** @throws SessionNotFound for an unknown or foreign id */
  one(id: string, actor: PersonActor): Promise<SessionFile> {
    return this.consult.one(id, actor, async (session, registrations) => {
      const view = await this.presenter.detail(session, registrations, actor);
      const events = await this.queries.history(id);
      const history = await Promise.all(events.map((event) => this.entry(event, view.timeZone)));
      return { view, version: session.version, history: history.reverse() };
    });
  }

  private async entry(event: SessionEvent, timeZone: string): Promise<TimelineEntry> {
    const by = event.organisationId && (await this.organisations.byId(event.organisationId));
    return {
      title: DONE[event.command] ?? event.command,
      ...recordedBy(event, by ? by.usualName : null, timeZone),
    };
  }
}

/** What was done, in the words of a history. */
const DONE: Readonly<Record<string, string>> = {
  plan: 'Séance planifiée',
  answer: 'Réponse de l’unité',
  register: 'Un jeune inscrit',
  unregister: 'Un inscrit retiré',
  'record-attendance': 'Venue d’un inscrit enregistrée',
  cancel: 'Séance annulée',
};
