const mostRows = 1_000_000;

/**
 * What is wrong with a classic cross-reference table: rows that lead to another object than they should. The reading
 * library believes such rows. A table that is a stream is not looked into.
 */
export function crossReferenceFaults(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const tail = file.subarray(Math.max(0, file.length - 1024)).toString("latin1");
  const start = /startxref\s+(\d{1,15})\s+%%EOF\s*$/.exec(tail)?.[1];
  if (start === undefined) return ["startxref ?"];
  let at = Number(start);
  if (file.subarray(at, at + 4).toString("latin1") !== "xref") return [];
  at += 4;
  const faults: string[] = [];
  for (let rows = 0; rows < mostRows && faults.length < 20;) {
    const section = /^\s*(\d{1,10}) (\d{1,10})\s*?\r?\n/.exec(file.subarray(at, at + 64).toString("latin1"));
    if (section === null) break;
    at += section[0].length;
    const [first, count] = [Number(section[1]), Number(section[2])];
    for (let index = 0; index < count && rows < mostRows; index++, rows++, at += 20) {
      const row = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/.exec(file.subarray(at, at + 20).toString("latin1"));
      if (row === null) return [...faults, `xref ${first + index} ?`];
      if (row[3] === "f") continue;
      const offset = Number(row[1]);
      const head = /^(\d+)\s+(\d+)\s+obj\b/.exec(file.subarray(offset, offset + 40).toString("latin1"));
      if (head === null || Number(head[1]) !== first + index || Number(head[2]) !== Number(row[2])) faults.push(`xref ${first + index} → ${offset}`);
    }
  }
  return faults;
}
