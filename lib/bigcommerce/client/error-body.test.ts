import { describe, expect, test } from 'vitest';
import { readErrorBody } from './error-body.ts';

const title = 'Cannot have multiple segments with the same name.';

describe("the API's own words", () => {
  test.each<[string, unknown, string | undefined]>([
    ['flat object', { status: 400, title: 'Bad input', type: 'x', errors: {} }, 'Bad input'],
    [
      'flat object with particulars',
      { title: 'Bad input', errors: { name: 'Too long' } },
      'Too long',
    ],
    ['envelope', { data: [], errors: [{ status: 409, title, errors: {} }] }, title],
    [
      'envelope with particulars',
      { errors: [{ title, errors: { 0: 'Is in already' } }] },
      'Is in already',
    ],
    ['the same twice', { errors: [{ title }, { title }] }, title],
    ["V2's list", [{ status: 404, message: 'Not here' }], 'Not here'],
    ['HTML in the title', { title: '<b>Bad</b> gateway' }, undefined],
    ['HTML', '<html>', undefined],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['a number', 500, undefined],
    ['other types', { title: 3, errors: 'many' }, undefined],
    ['line breaks', { title: 'Bad\r\n input' }, 'Bad  input'],
  ])('%s', (_, body, detail) => {
    expect(readErrorBody(body).detail).toBe(detail);
  });

  test('are kept short', () => {
    expect(readErrorBody({ title: 'x'.repeat(10_000) }).detail).toHaveLength(501);
  });
});

describe('nothing was done', () => {
  const errors = [{ status: 409, title }];
  test.each<[string, unknown, boolean]>([
    ['no success', { data: [], errors, meta: { total: 2, success: 0, failed: 2 } }, true],
    ['some success', { data: [{}], errors, meta: { total: 2, success: 1, failed: 1 } }, false],
    ['a contradiction', { data: [{}], errors, meta: { total: 2, success: 0, failed: 2 } }, false],
    ['no word of it', { data: [], errors }, false],
    ['flat object', { status: 422, title }, false],
  ])('%s', (_, body, nothingDone) => {
    expect(readErrorBody(body).nothingDone).toBe(nothingDone);
  });
});
