import { describe, expect, it } from "vitest";
import { attachTypingInput, type TypingElement } from "./typingInput";

class FakeField extends EventTarget implements TypingElement {
  value = "";
}

function harness() {
  const field = new FakeField();
  const log: string[] = [];
  const input = attachTypingInput(field, {
    insert: (text, origin) => log.push(`${origin} ${text}`),
    preedit: (text) => log.push(`preedit ${text}`),
    key: (event) => {
      log.push(`key ${event.key}`);
      return event.key === "Backspace";
    },
    selectedText: () => "",
    deleteSelection: () => log.push("delete"),
  });
  const send = (kind: string, more: object = {}) => {
    const event = Object.assign(new Event(kind, { cancelable: true }), more);
    field.dispatchEvent(event);
    return event;
  };
  return { field, log, input, send };
}

describe("typing on the page", () => {
  it("inserts what is typed and empties the field", () => {
    const { field, log, send } = harness();
    field.value = "版";
    send("input", { isComposing: false });
    expect(log).toEqual(["typed 版"]);
    expect(field.value).toBe("");
  });

  it("leaves the field alone while composing and inserts once at the end", () => {
    const { field, log, send, input } = harness();
    send("compositionstart");
    for (const text of ["n", "ni", "ni hao", "你好"]) {
      send("keydown", { key: "Process", keyCode: 229, isComposing: true });
      send("compositionupdate", { data: text });
      field.value = text;
      send("input", { isComposing: true });
      expect(field.value).toBe(text);
      expect(input.composing).toBe(true);
    }
    send("compositionend", { data: "你好" });
    expect(log).toEqual(["preedit ", "preedit n", "preedit ni", "preedit ni hao", "preedit 你好", "preedit null", "composed 你好"]);
    expect(field.value).toBe("");
  });

  it("leaves nothing behind when a composition is given up", () => {
    const { log, send } = harness();
    send("compositionstart");
    send("compositionupdate", { data: "shi" });
    send("compositionend", { data: "" });
    expect(log.at(-1)).toBe("preedit null");
  });

  it("never reads the Enter that ends a composition as a key", () => {
    const { log, send } = harness();
    send("keydown", { key: "Enter", keyCode: 229, isComposing: false });
    send("keydown", { key: "Enter", keyCode: 13, isComposing: true });
    expect(log).toEqual([]);
  });

  it("keeps from the browser only the keys it has used", () => {
    const { send } = harness();
    expect(send("keydown", { key: "Backspace", keyCode: 8 }).defaultPrevented).toBe(true);
    expect(send("keydown", { key: "F5", keyCode: 116 }).defaultPrevented).toBe(false);
  });

  it("hears nothing once detached", () => {
    const { field, log, send, input } = harness();
    input.detach();
    field.value = "版";
    send("input");
    expect(log).toEqual([]);
  });
});
