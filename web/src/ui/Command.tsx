/** What is typed in a terminal, in lines that break between its words only. */
export const Command = ({ words }: { words: string }) => (
  <code class="command" dir="ltr">
    {words.split(' ').flatMap((word, index) => [index > 0 && ' ', <span key={index}>{word}</span>])}
  </code>
);
