import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ProblemPages as Port,
  type Problem,
  type ProblemAnswer,
  type ProblemDescription,
} from '../http/index.js';
import { SIGN_IN_PATH } from './paths.js';
import { PageWriter } from './page-writer.js';
import { Page, SeeOther } from './page.js';
import { problemListPage, problemWordsPage } from './problem-list.js';

/** What to do, by status, besides what the problem itself says. */
const WAY_OUT: Readonly<Record<number, string>> = {
  403: 'Si vous pensez que cet accès vous est dû, adressez-vous au responsable de votre organisme.',
  404: 'Vérifiez l’adresse, ou repartez de l’accueil.',
  409: 'Revenez à la page précédente et rechargez-la : vous verrez l’état présent.',
  413: 'Découpez l’envoi en plusieurs parties.',
  422: 'Revenez à la page précédente et corrigez ce qui est indiqué.',
  429: 'Attendez un instant, puis recommencez.',
  500: 'Recommencez dans un instant. Si l’erreur revient, donnez la référence ci-dessous au support.',
  503: 'Le service reprend en général en quelques minutes. Recommencez dans un instant.',
};

/** Problems as pages, for people: what happened, what to do, a reference (interface.md 9). */
@Injectable()
export class ProblemPages extends Port {
  constructor(private readonly writer: PageWriter) {
    super();
  }

  override answer(
    { problem, headers }: ProblemAnswer,
    request: FastifyRequest,
    reply: FastifyReply,
  ): boolean {
    if (!wantsPage(request)) return false;
    reply.headers(headers);
    if (problem.status === 401) {
      this.writer.redirect(signIn(request), reply);
      void reply.send('');
      return true;
    }
    void reply.send(this.writer.html(problemPage(problem), request, reply));
    return true;
  }

  override one(problem: ProblemDescription): Page {
    return problemWordsPage(problem);
  }

  override all(problems: readonly ProblemDescription[]): Page {
    return problemListPage(problems);
  }
}

/** Machines speak to these addresses, and get problem+json whatever they say they accept. */
const MACHINES = /^\/(api|oauth|health|metrics)(\/|$)/;

function wantsPage({ url, routeOptions, headers }: FastifyRequest): boolean {
  const route = routeOptions.url ?? url;
  return !MACHINES.test(route) && /\btext\/html\b/.test(headers.accept ?? '');
}

/** To the sign-in, and back to the page that was asked when it can be asked again. */
function signIn({ method, url }: FastifyRequest): SeeOther {
  if (method !== 'GET') {
    const text = 'Votre session est terminée. Connectez-vous, puis recommencez votre saisie.';
    return new SeeOther(SIGN_IN_PATH, { tone: 'warning', text });
  }
  return new SeeOther(
    url === '/' ? SIGN_IN_PATH : `${SIGN_IN_PATH}?suite=${encodeURIComponent(url)}`,
  );
}

/** Seconds after which nobody waits in front of a page. */
const LONG_WAIT = 600;
const LATER =
  'Reprenez plus tard. L’aide dit pourquoi il y a une limite et à qui vous adresser d’ici là.';

function wayOut({ status, retryAfter }: Problem): string {
  if (typeof retryAfter === 'number' && retryAfter > LONG_WAIT) return LATER;
  return WAY_OUT[status] ?? 'Revenez à la page précédente.';
}

function problemPage(problem: Problem): Page {
  const { status, title, detail, correlationId, errors = [] } = problem;
  const content = (
    <div class="app-column">
      <h1>{title}</h1>
      <p>{detail}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ pointer, detail: text }) => (
            <li key={`${pointer} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
      <p>{wayOut(problem)}</p>
      <p>
        <a href="/">Revenir à l’accueil</a>
      </p>
      <p class="app-quiet">
        {`Référence : `}
        <code>{correlationId.slice(0, 8).toUpperCase()}</code>
      </p>
    </div>
  );
  return new Page(title, content, { status, isError: true });
}
