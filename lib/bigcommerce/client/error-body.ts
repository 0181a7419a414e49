import { z } from 'zod';

const MAX_DETAIL = 500;

const problem = z.object({
  title: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  status: z.number().optional().catch(undefined),
  errors: z
    .union([z.record(z.string(), z.unknown()), z.array(z.unknown())])
    .optional()
    .catch(undefined),
});

const envelope = z.object({
  data: z.array(z.unknown()).nullish().catch(undefined),
  errors: z.array(z.unknown()).min(1),
  meta: z.object({ success: z.number() }).optional().catch(undefined),
});

export interface ErrorBody {
  /** The API's own words in plain text. */
  detail: string | undefined;
  /** The status of the first error inside, which differs from the answer's in a 207. */
  status: number | undefined;
  /** Whether the answer shows that no item was carried out. */
  nothingDone: boolean;
}

/**
 * Reads a failed answer's body: the flat object `{status, title, type, errors}`, the envelope
 * `{data, errors, meta}`, V2's plain array of problems, or anything else, which has no detail.
 */
export function readErrorBody(body: unknown): ErrorBody {
  const { data, errors = [], meta } = envelope.safeParse(body).data ?? {};
  const list = Array.isArray(body) ? body : errors.length > 0 ? errors : [body];
  const problems = list.flatMap((item) => problem.safeParse(item).data ?? []);
  const words = new Set(problems.flatMap(wordsOf).filter(isPlain));
  return {
    detail: words.size === 0 ? undefined : shorten([...words].join(' ')),
    status: problems[0]?.status,
    nothingDone: meta?.success === 0 && (data ?? []).length === 0,
  };
}

/** The particular errors are more exact than the title above them. */
function wordsOf({ title, message, detail, errors }: z.infer<typeof problem>): string[] {
  const particular = Object.values(errors ?? {}).filter((value) => typeof value === 'string');
  if (particular.length > 0) return particular;
  return [detail ?? message ?? title ?? ''];
}

function isPlain(text: string): boolean {
  return text.trim() !== '' && !/<[a-z!/?]/i.test(text);
}

function shorten(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  return line.length > MAX_DETAIL ? `${line.slice(0, MAX_DETAIL)}…` : line;
}
