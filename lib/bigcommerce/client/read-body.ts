/** Far above the largest page the API sends, far below what would hurt the process. */
const MAX_BYTES = 8 * 1024 * 1024;

/** The body as text, read no further than `maxBytes`. */
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
