const lineLength = 116;

/** Words on lines of at most 116 characters, a space between two of them: how generated data stands in its module. */
export function wrappedWords(words) {
  const lines = [];
  let line = "";
  for (const word of words) {
    if (line.length + 1 + word.length > lineLength) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
