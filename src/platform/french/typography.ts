/** Puts the spaces that must not break before `: ; ! ? % €` and inside « ». */
export function typeset(text: string): string {
  return text.replace(/ ([:;!?%€»])/g, '\u00A0$1').replace(/« /g, '«\u00A0');
}
