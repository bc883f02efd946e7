import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { actorOf } from '../security/index.js';
import { Shell } from './kit/shell.js';
import { Menu } from './menu.js';
import { forgetNotice, noticeCookie, noticeOf } from './notice-cookie.js';
import { PageAssets } from './page-assets.js';
import { pageHeaders } from './page-headers.js';
import { Pages } from './page-settings.js';
import type { Page, SeeOther } from './page.js';
import { viewerOf } from './viewer.js';

/** Writes pages and redirects on replies: shell, headers, notice of the page before. */
@Injectable()
export class PageWriter {
  private readonly menu: Menu;

  constructor(
    private readonly pages: Pages,
    private readonly assets: PageAssets,
  ) {
    this.menu = new Menu(pages.settings.menu);
  }

  /** Sets the headers of a page and gives its HTML. */
  html(page: Page, request: FastifyRequest, reply: FastifyReply): string {
    const { status = 200, isError = false, crumbs = [] } = page.options;
    const notice = noticeOf(request.headers.cookie, this.isSecure);
    if (notice) reply.header('set-cookie', forgetNotice(this.isSecure));
    reply
      .status(status)
      .type('text/html; charset=utf-8')
      .headers(pageHeaders(this.pages.settings.signInOrigin));
    const actor = actorOf(request);
    const [path = '/'] = request.url.split('?');
    const shell = (
      <Shell
        title={page.title}
        isError={isError}
        path={path}
        crumbs={crumbs}
        menu={this.menu.of(actor?.type === 'person' ? actor.role : undefined)}
        viewer={viewerOf(actor)}
        notice={notice}
        isDemonstration={this.pages.settings.isDemonstration}
        assets={{
          css: this.assets.href('passerelle.css'),
          js: this.assets.href('passerelle.js'),
          icon: this.assets.href('favicon.svg'),
        }}
      >
        {page.content}
      </Shell>
    );
    return `<!doctype html>\n${renderToString(shell)}`;
  }

  /** Sends the browser to another page of this service. */
  redirect({ path, notice }: SeeOther, reply: FastifyReply): void {
    if (notice) reply.header('set-cookie', noticeCookie(notice, this.isSecure));
    reply.status(303).header('location', path);
  }

  /** Cookies are marked `Secure` wherever the service is reached by https. */
  get isSecure(): boolean {
    return this.pages.settings.address().startsWith('https:');
  }
}
