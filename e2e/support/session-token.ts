/** The header that a session travels in. */
export function bearer(token: string) {
  return { authorization: `Bearer ${token}` };
}

/** The sessions that a page holds. */
export function tokensIn(html: string): string[] {
  return [...html.matchAll(/"token\\?":\\?"([\w-]{43})/g)].map((match) => match[1] ?? '');
}
