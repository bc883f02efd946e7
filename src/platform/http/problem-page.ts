import type { ProblemDescription } from './problem-catalogue.js';

/** One code explained to a person. */
export function problemPage({ code, status, title, about }: ProblemDescription): string {
  const body = `<h1>${safe(title)}</h1><p>${safe(about)}</p>
<p>Code : <code>${safe(code)}</code> – statut HTTP : ${status}</p>
<p><a href="/problems">Tous les codes</a></p>`;
  return page(title, body);
}

/** All codes. */
export function problemsPage(problems: readonly ProblemDescription[]): string {
  const rows = problems
    .map(({ code, status, title }) => {
      const link = `<a href="/problems/${encodeURIComponent(code)}">${safe(code)}</a>`;
      return `<tr><td>${link}</td><td>${status}</td><td>${safe(title)}</td></tr>`;
    })
    .join('\n');
  const head =
    '<tr><th scope="col">Code</th><th scope="col">Statut</th><th scope="col">Sens</th></tr>';
  return page('Codes d’erreur', `<h1>Codes d’erreur</h1><table>${head}\n${rows}</table>`);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${safe(title)} – Passerelle</title></head>
<body><main>${body}</main></body></html>
`;
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
