import { median } from './statistics.ts';

/** Sends `count` requests, ten at a time. @throws Error when one of them fails */
export async function sendMany(count: number, request: () => Promise<Response>): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const response = await request();
      if (!response.ok) throw new Error(`a request was answered with ${response.status}`);
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
}

/** Median milliseconds of each request, taken in turns, one at a time. */
export async function compareLatency(
  count: number,
  requests: readonly (() => Promise<Response>)[],
): Promise<number[]> {
  const times = requests.map((): number[] => []);
  for (let round = 0; round < count; round += 1) {
    for (const [index, request] of requests.entries()) {
      const start = performance.now();
      const response = await request();
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`a request was answered with ${response.status}`);
      times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}
