import { contentName, layoutTables, readSfnt, withTables } from "../../shared/fonts/sfnt";
import { bytesInMemory } from "../../shared/fonts/fontBytes";
import { createFontSource } from "../../shared/fonts/harfbuzzFont";
import type { FontSource } from "../../shared/fonts/fontSource";
import type { HarfBuzzPort } from "../../shared/fonts/harfbuzzPort";
import { hostUrls, type FontDescription } from "../../shared/platform/host";

/** What loading fonts needs of the window. */
export interface FontLibraryPorts<Face, Feature> {
  readonly harfbuzz: HarfBuzzPort<Face, Feature>;
  readonly fonts: readonly FontDescription[];
  readonly fetchBytes: (url: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Makes a font file known to canvases under a family name. */
  readonly register: (family: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Resolves when the window has been painted and has nothing urgent to do; the browser's idle time unless given. */
  readonly whenIdle?: () => Promise<void>;
}

/** The fonts of the window: whole for the engine, without layout tables for the canvas, each downloaded once. */
export interface FontLibrary {
  /** Knows the fonts that have arrived. */
  readonly source: FontSource;
  /** The family a canvas knows a font by, or null while it does not. */
  canvasFamily(fontId: string): string | null;
  /**
   * Fetches fonts that are not there yet; resolves with whether a new one has arrived. Unknown names are left out. The
   * first of them goes to the canvas at once, the others when the window is idle: checking a file of 15 MB takes the
   * browser 50 ms, and until then the painter draws their few headlines as outlines.
   */
  ensure(fontIds: Iterable<string>): Promise<boolean>;
  /** A font that the host has taken over since. */
  add(fontId: string): void;
  /** Calls back each time a canvas has learnt a family. */
  onCanvasFont(listener: () => void): () => void;
}

/** A library that has loaded nothing yet. */
export function createFontLibrary<Face, Feature>(ports: FontLibraryPorts<Face, Feature>): FontLibrary {
  const known = new Set(ports.fonts.map((font) => font.id));
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
  const families = new Map<string, string>();
  const loading = new Map<string, Promise<boolean>>();
  const listeners = new Set<() => void>();
  const fallbacks = ports.fonts.filter((font) => font.fallback).map((font) => font.id);

  const whenIdle = ports.whenIdle ?? idleTime;
  const load = async (fontId: string): Promise<boolean> => {
    try {
      bytes.set(fontId, await ports.fetchBytes(hostUrls.font(fontId, "whole")));
      return true;
    } catch {
      // Asked for again when the font is next wanted; meanwhile its text is set in a fallback font.
      loading.delete(fontId);
      return false;
    }
  };
  const showOnCanvas = async (fontId: string) => {
    const file = bytes.get(fontId);
    if (file === undefined || families.has(fontId)) return;
    const sfnt = readSfnt(bytesInMemory(file));
    if (!sfnt.ok) return;
    const family = contentName(sfnt.value);
    const stripped = withTables(sfnt.value, (tag) => !layoutTables.includes(tag));
    try {
      // `withTables` writes into a buffer of its own.
      await ports.register(family, stripped as Uint8Array<ArrayBuffer>);
    } catch {
      // The painter draws outlines where the canvas has no font.
      return;
    }
    families.set(fontId, family);
    for (const listener of listeners) listener();
  };

  const showAllOnCanvas = async (fontIds: readonly string[]) => {
    for (const fontId of fontIds) {
      await whenIdle();
      await showOnCanvas(fontId);
    }
  };

  return {
    source: createFontSource(ports.harfbuzz, (fontId) => bytes.get(fontId) ?? null, fallbacks),
    canvasFamily: (fontId) => families.get(fontId) ?? null,
    ensure: async (fontIds) => {
      const wanted = [...new Set(fontIds)].filter((fontId) => known.has(fontId) && !bytes.has(fontId));
      const [first, ...others] = wanted;
      const arrived = await Promise.all(
        wanted.map(async (fontId) => {
          const running = loading.get(fontId) ?? load(fontId);
          loading.set(fontId, running);
          const hasArrived = await running;
          if (fontId === first) await showOnCanvas(fontId);
          return hasArrived;
        }),
      );
      void showAllOnCanvas(others);
      return arrived.includes(true);
    },
    add: (fontId) => void known.add(fontId),
    onCanvasFont: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function idleTime(): Promise<void> {
  return new Promise((resolve) => {
    // Two frames on, what was just asked for has been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => resolve())));
  });
}
