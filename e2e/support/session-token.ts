/** The header that carries a session's token. */
export function bearer(token: string) {
  return { authorization: `Bearer ${token}` };
}

/** The session tokens that a page holds. */
export function tokensIn(html: string): string[] {
  return [...html.matchAll(/"token\\?":\\?"([\w-]{43})/g)].map((match) => match[1] ?? '');
}
