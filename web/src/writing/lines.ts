// Reading an answer of one JSON object a line, each as soon as it is there.

/** Takes text in pieces and tells each whole line as JSON; blank lines are passed over. Throws where one is none. */
export function lineReader<Row>(tell: (row: Row) => void): { take(text: string): void; end(): void } {
  let rest = '';
  const told = (line: string): void => {
    if (line.trim() !== '') tell(JSON.parse(line) as Row);
  };
  return {
    take(text) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(told);
    },
    end() {
      told(rest);
      rest = '';
    },
  };
}

/** Reads the whole answer, telling its lines as they come. Throws where the connection breaks. */
export async function linesOf<Row>(answer: Response, tell: (row: Row) => void): Promise<void> {
  const reader = answer.body?.getReader();
  if (reader === undefined) return;
  const decoder = new TextDecoder();
  const lines = lineReader(tell);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    lines.take(decoder.decode(value, { stream: true }));
  }
  lines.take(decoder.decode());
  lines.end();
}
