import { expect, test } from 'vitest';
import { readSampler } from './sampler.ts';

test.each([
  [undefined, undefined, 'ParentBased{root=AlwaysOnSampler,'],
  ['always_on', undefined, 'AlwaysOnSampler'],
  ['always_off', undefined, 'AlwaysOffSampler'],
  ['traceidratio', '0.25', 'TraceIdRatioBased{0.25}'],
  ['parentbased_always_off', undefined, 'ParentBased{root=AlwaysOffSampler,'],
  ['parentbased_traceidratio', '0.1', 'ParentBased{root=TraceIdRatioBased{0.1},'],
  ['traceidratio', 'much', 'TraceIdRatioBased{1}'],
  ['no_such_sampler', undefined, 'ParentBased{root=AlwaysOnSampler,'],
])('%s with %s', (name, argument, sampler) => {
  expect(`${readSampler(name, argument)}`).toContain(sampler);
});
