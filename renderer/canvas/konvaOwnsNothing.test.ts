import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = import.meta.dirname;
const sources = readdirSync(folder)
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }))
  .filter(({ text }) => /from "(react-)?konva"/.test(text));

/**
 * Why: a dragged Konva node moves itself, React's next render moves it back, and the document knows neither. Places live
 * in the document alone, and a layer is painted from them.
 */
describe("Konva paints and owns nothing", () => {
  it("is used in a few files only, which this test reads", () => {
    expect(sources.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Canvas.tsx", "overlayLayer.ts", "pageScene.ts"]),
    );
  });

  it("gets no place, no size and no transform for what it paints", () => {
    for (const { name, text } of sources) {
      expect(text, name).not.toMatch(/\.(x|y|position|absolutePosition|offset|offsetX|offsetY|scale|scaleX|scaleY|rotation|zIndex)\(/);
      expect(text, name).not.toMatch(/<(Layer|Group|Shape|Rect)[^>]*\s(x|y|scaleX|scaleY|offsetX|offsetY)=/);
    }
  });

  it("neither drags nor transforms nor sets text", () => {
    for (const { name, text } of sources) expect(text, name).not.toMatch(/draggable|Transformer|Konva\.Text|<Text/);
  });

  it("is not asked what lies under the pointer", () => {
    for (const { name, text } of sources) {
      expect(text, name).not.toMatch(/getIntersection|onClick|onMouse|onPointer|onDrag/);
      expect(text, name).not.toMatch(/listening(=\{true\}|: true)/);
    }
  });
});
