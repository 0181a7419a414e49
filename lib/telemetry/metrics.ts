import 'server-only';
import { metrics } from '@opentelemetry/api';
import { processSingleton } from '../process/process-singleton.ts';

const seconds = {
  unit: 's',
  advice: {
    explicitBucketBoundaries: [
      0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30,
    ],
  },
};

/** Created at first use, because instruments created before the SDK starts record nothing. */
export function instruments() {
  return processSingleton('metrics', () => {
    const meter = metrics.getMeter('customer-segments');
    return {
      requests: meter.createHistogram('http.server.request.duration', {
        ...seconds,
        description: "Requests to the app's routes, pages and actions",
      }),
      calls: meter.createHistogram('http.client.request.duration', {
        ...seconds,
        description: 'Attempts at requests to BigCommerce',
      }),
      waits: meter.createHistogram('bigcommerce.limiter.wait.duration', {
        ...seconds,
        description: 'How long the limiter held back requests to BigCommerce',
      }),
      sessions: meter.createCounter('app.sessions', {
        description: 'Sessions that started or ended, and tokens that stand for none',
      }),
    };
  });
}

export function countRequest(request: { route: string; status: number; durationMs: number }): void {
  instruments().requests.record(request.durationMs / 1000, {
    'http.route': request.route,
    'http.response.status_code': request.status,
  });
}

export function countSession(event: 'started' | 'refused' | 'logged-out'): void {
  instruments().sessions.add(1, { event });
}
