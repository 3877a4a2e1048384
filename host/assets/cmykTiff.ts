/** An uncompressed TIFF of four inks with the profile that says what they look like: a form that picture libraries take inks in. */
export function cmykTiff(inks: Uint8Array, width: number, height: number, profile: Uint8Array): Buffer {
  const [SHORT, LONG, UNDEFINED] = [3, 4, 7];
  // The entries of TIFF 6.0, sorted by their tags; values longer than four bytes stand behind the table.
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number | "bits" | "profile" | "pixels"])[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 4, "bits"],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 5],
    [273, LONG, 1, "pixels"],
    [277, SHORT, 1, 4],
    [278, LONG, 1, height],
    [279, LONG, 1, inks.length],
    [284, SHORT, 1, 1],
    [34675, UNDEFINED, profile.length, "profile"],
  ];
  const table = 8;
  const bits = table + 2 + 12 * entries.length + 4;
  const profileAt = bits + 8;
  const pixels = profileAt + profile.length + (profile.length % 2);
  const file = Buffer.alloc(pixels + inks.length);
  file.write("II", 0, "latin1");
  file.writeUInt16LE(42, 2);
  file.writeUInt32LE(table, 4);
  file.writeUInt16LE(entries.length, table);
  entries.forEach(([tag, type, count, value], index) => {
    const at = table + 2 + 12 * index;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    if (typeof value === "number") file.writeUInt32LE(value, at + 8);
    else file.writeUInt32LE({ bits, profile: profileAt, pixels }[value], at + 8);
  });
  for (let ink = 0; ink < 4; ink++) file.writeUInt16LE(8, bits + 2 * ink);
  file.set(profile, profileAt);
  file.set(inks, pixels);
  return file;
}
