export interface Answer {
  status: number;
  headers: Headers;
  body: 'json' | 'none' | 'garbled';
  json: unknown;
}

export function parseBody(text: string): Pick<Answer, 'body' | 'json'> {
  if (text === '') return { body: 'none', json: undefined };
  try {
    return { body: 'json', json: JSON.parse(text) };
  } catch {
    return { body: 'garbled', json: undefined };
  }
}
