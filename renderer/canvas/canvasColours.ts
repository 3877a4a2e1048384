/** The theme's colours and font, as the canvas and the rulers use them. */
export interface CanvasColours {
  readonly pasteboard: string;
  readonly accent: string;
  readonly accentText: string;
  readonly error: string;
  readonly good: string;
  readonly surface: string;
  readonly text: string;
  readonly textMuted: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly font: string;
}

/** Reads the theme's tokens off an element; another theme gives other values. */
export function canvasColours(element: Element): CanvasColours {
  const style = getComputedStyle(element);
  const token = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  return {
    pasteboard: token("--pasteboard", "#d8d8d4"),
    accent: token("--accent", "#1d5fb8"),
    accentText: token("--accent-text", "#ffffff"),
    error: token("--error", "#b3261e"),
    good: token("--good", "#2a7038"),
    surface: token("--surface", "#f6f6f4"),
    text: token("--text", "#23262a"),
    textMuted: token("--text-muted", "#5f656c"),
    line: token("--line", "#d5d5d0"),
    lineStrong: token("--line-strong", "#b9b9b3"),
    font: token("--font-ui", "sans-serif"),
  };
}
