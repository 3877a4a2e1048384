import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesInMemory } from "./fontBytes";
import { contentName, layoutTables, readSfnt, tableBytes, viewOf, withoutTables, writeSfnt, type NewSfntTable } from "./sfnt";

const tag = fc.stringMatching(/^[A-Za-z0-9/]{4}$/).filter((name) => name !== "head");
const tables = fc.uniqueArray(fc.record({ tag, bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) }), {
  selector: (table) => table.tag,
  minLength: 1,
  maxLength: 12,
});
const head: NewSfntTable = { tag: "head", bytes: new Uint8Array(54).fill(7) };
const TRUE_TYPE = 0x0001_0000;

function opened(bytes: Uint8Array) {
  const sfnt = readSfnt(bytesInMemory(bytes));
  if (!sfnt.ok) throw new Error(sfnt.problem.detail);
  return sfnt.value;
}

describe("font files", () => {
  it("give back every table they were written with", () => {
    fc.assert(
      fc.property(tables, (tables) => {
        const sfnt = opened(writeSfnt(TRUE_TYPE, tables));
        expect(sfnt.tables.size).toBe(tables.length);
        for (const { tag, bytes } of tables) expect(tableBytes(sfnt, tag)).toEqual(bytes);
      }),
    );
  });

  it("sum up to the number the format asks for", () => {
    fc.assert(
      fc.property(tables, (tables) => {
        const file = writeSfnt(TRUE_TYPE, [...tables, head]);
        let sum = 0;
        for (let at = 0; at < file.length; at += 4) sum = (sum + viewOf(file).getUint32(at)) >>> 0;
        expect(sum).toBe(0xb1b0afba);
      }),
    );
  });

  it("lose the tables they are told to lose and no other", () => {
    const plain = [head, { tag: "cmap", bytes: Uint8Array.of(1, 2, 3) }, { tag: "glyf", bytes: Uint8Array.of(4) }];
    const whole = writeSfnt(TRUE_TYPE, [...plain, { tag: "GSUB", bytes: Uint8Array.of(9) }, { tag: "GPOS", bytes: Uint8Array.of(8) }]);
    const stripped = withoutTables(whole, layoutTables);
    if (!stripped.ok) throw new Error("unreadable");
    expect([...opened(stripped.value).tables.keys()]).toEqual(["cmap", "glyf", "head"]);
    expect(tableBytes(opened(stripped.value), "cmap")).toEqual(Uint8Array.of(1, 2, 3));
    expect(stripped.value).toEqual(writeSfnt(TRUE_TYPE, plain));
  });

  it("are refused with a code where they are cut short or no font at all", () => {
    const whole = writeSfnt(TRUE_TYPE, [head, { tag: "cmap", bytes: new Uint8Array(30) }]);
    for (let length = 0; length < whole.length - 2; length++) {
      expect(readSfnt(bytesInMemory(whole.subarray(0, length))).ok).toBe(false);
    }
    expect(readSfnt(bytesInMemory(new Uint8Array(64)))).toMatchObject({ problem: { code: "not-a-font" } });
  });

  it("are named by their content", () => {
    const one = opened(writeSfnt(TRUE_TYPE, [{ tag: "cmap", bytes: Uint8Array.of(1) }]));
    const same = opened(writeSfnt(TRUE_TYPE, [{ tag: "cmap", bytes: Uint8Array.of(1) }]));
    const other = opened(writeSfnt(TRUE_TYPE, [{ tag: "cmap", bytes: Uint8Array.of(2) }]));
    expect(contentName(one)).toBe(contentName(same));
    expect(contentName(one)).not.toBe(contentName(other));
  });
});
