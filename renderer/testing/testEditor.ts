import { createComposer } from "../../shared/layout/composer";
import { createCopyfitter } from "../../shared/layout/copyfit/copyfitter";
import { countableFonts } from "../../shared/layout/testing/layoutBuilders";
import type { Rect } from "../../shared/geometry/rect";
import type { IssueDocument } from "../../shared/model/document";
import { idFrom } from "../../shared/model/idFrom";
import { sampleDocument } from "../../shared/model/testing/sampleDocument";
import { toScreen } from "../canvas/viewport";
import { createEditor, type Editor } from "../editor/editor";
import { createToolbox, type Toolbox } from "../tools/toolbox";
import type { ToolPointer } from "../tools/tool";

/** The keys held while the pointer acts. */
export type HeldKeys = Partial<Pick<ToolPointer, "shift" | "alt" | "control">>;

/** An editor with its tools and a hand: everything but a window. Points are page points. */
export interface TestEditor {
  readonly editor: Editor;
  readonly toolbox: Toolbox;
  /** How often the store has changed. */
  readonly writes: () => number;
  press(x: number, y: number, keys?: HeldKeys & { readonly clicks?: number }): void;
  moveTo(x: number, y: number, keys?: HeldKeys): void;
  release(x: number, y: number, keys?: HeldKeys): void;
  click(x: number, y: number, keys?: HeldKeys & { readonly clicks?: number }): void;
  drag(from: readonly [number, number], to: readonly [number, number], keys?: HeldKeys): void;
  rect(boxId: string): Rect;
}

/** A test editor on the small sample, in countable fonts, at 100 %: one point is four thirds of a pixel. */
export function testEditor(document: IssueDocument = sampleDocument()): TestEditor {
  let names = 0;
  let writes = 0;
  const editor = createEditor({
    document,
    file: null,
    composer: createComposer(countableFonts), copyfitter: createCopyfitter(countableFonts),
    newId: () => `new-${(names += 1)}`,
  });
  editor.viewport.setState((viewport) => ({ ...viewport, width: 1600, height: 1000 }), true);
  editor.store.subscribe(() => (writes += 1));
  const toolbox = createToolbox(editor);
  const pointer = (x: number, y: number, keys: HeldKeys & { readonly clicks?: number } = {}): ToolPointer => ({
    point: { x, y },
    screen: toScreen(editor.viewport.getState(), { x, y }),
    shift: false,
    alt: false,
    control: false,
    clicks: 1,
    ...keys,
  });
  const test: TestEditor = {
    editor,
    toolbox,
    writes: () => writes,
    press: (x, y, keys) => toolbox.down(pointer(x, y, keys), null),
    moveTo: (x, y, keys) => toolbox.move(pointer(x, y, keys)),
    release: (x, y, keys) => toolbox.up(pointer(x, y, keys)),
    click: (x, y, keys) => {
      test.press(x, y, keys);
      test.release(x, y, keys);
    },
    drag: ([fromX, fromY], [toX, toY], keys) => {
      test.press(fromX, fromY, keys);
      for (let step = 1; step <= 4; step++) {
        test.moveTo(fromX + ((toX - fromX) * step) / 4, fromY + ((toY - fromY) * step) / 4, keys);
      }
      test.release(toX, toY, keys);
    },
    rect: (boxId) => {
      const box = editor.store.getState().document.boxes[idFrom<"box">(boxId)];
      if (box === undefined) throw new Error(`No box ${boxId}`);
      return box.rect;
    },
  };
  return test;
}
