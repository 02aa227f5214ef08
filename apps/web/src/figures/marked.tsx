/** A text of which some characters are marked, `[from, to)` in characters. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly number[])[] }) {
  const characters = [...text];
  const pieces: { from: number; text: string; marked: boolean }[] = [];
  let at = 0;
  const until = (to: number, marked: boolean) => {
    if (to > at) pieces.push({ from: at, text: characters.slice(at, to).join(''), marked });
    at = Math.max(at, to);
  };
  for (const [from = 0, to = 0] of marks) {
    until(from, false);
    until(to, true);
  }
  until(characters.length, false);
  return (
    <>
      {pieces.map((piece) =>
        piece.marked ? (
          <mark key={piece.from}>{piece.text}</mark>
        ) : (
          <span key={piece.from}>{piece.text}</span>
        ),
      )}
    </>
  );
}
