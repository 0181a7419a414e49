/** Far more than the largest page of the API, and far less than the process's memory. */
const MAX_BYTES = 8 * 1024 * 1024;

/** The body as text. @throws {RangeError} as soon as it is longer than `maxBytes` */
export async function readBody(response: Response, maxBytes = MAX_BYTES): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new RangeError('the answer is too large');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
