// What a server says of why it did not do what was asked (RFC 9457).

/** The server answered, but not with what was asked for. The message is one sentence of its own; empty where it gave none. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

/** One sentence; null where the answer is not the server's own. */
export async function detailOf(answer: Response): Promise<string | null> {
  try {
    const told = (await answer.json()) as { detail?: unknown } | null;
    return typeof told?.detail === 'string' && told.detail !== '' ? told.detail : null;
  } catch {
    return null;
  }
}
