import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSoundLines, isSoundText, soundText, splitsCharacter } from "./soundText";

describe("sound text", () => {
  it("turns line ends into line feeds and tabs into spaces, and drops control characters", () => {
    expect(soundText("一\r\n二\r三\u2028四\v五\t六\u0007\u009f七")).toBe("一\n二\n三\n四\n五 六七");
  });

  it("keeps whole surrogate pairs and marks half ones", () => {
    expect(soundText("𠮷\ud842好\udfb7")).toBe("𠮷\ufffd好\ufffd");
  });

  it("is what soundText makes of anything, and it changes sound text no more", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      const sound = soundText(text);
      expect(isSoundLines(sound)).toBe(true);
      expect(isSoundText(sound)).toBe(!sound.includes("\n"));
      expect(soundText(sound)).toBe(sound);
    }));
  });

  it("is not split between the halves of a surrogate pair", () => {
    expect([0, 1, 2, 3].map((offset) => splitsCharacter("𠮷字", offset))).toEqual([false, true, false, false]);
  });
});
