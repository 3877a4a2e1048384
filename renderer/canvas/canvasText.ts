/** Every sentence the canvas shows or reads out, by its key in `i18n` under `canvas`, with the values it holds. */
export interface CanvasSentences {
  /** 版面编辑器 */
  readonly editor: Record<never, never>;
  /** How to use the page by keyboard: Tab, arrows, Enter, Escape. */
  readonly help: Record<never, never>;
  /** 第 1 版 */
  readonly page: { readonly number: number };
  /** 溢 2 行 31 字: the badge at a frame's corner. */
  readonly overset: { readonly lines: number; readonly characters: number };
  /** 余 3 行: how a story fits while an edge is dragged. */
  readonly spare: { readonly lines: number };
  /** 正好排满 */
  readonly exact: Record<never, never>;
  /** 稿件：标题，3 栏，640 字 */
  readonly article: {
    readonly kind: string;
    readonly title: string;
    readonly columns: number;
    readonly characters: number;
  };
  /** 图片新闻 and the like, for `article.kind`. */
  readonly kindNews: Record<never, never>;
  readonly kindPhoto: Record<never, never>;
  readonly kindBriefs: Record<never, never>;
  readonly kindMasthead: Record<never, never>;
  readonly kindPointer: Record<never, never>;
  readonly kindFurniture: Record<never, never>;
  readonly kindAd: Record<never, never>;
  /** 无题 */
  readonly untitled: Record<never, never>;
  /** 溢出 2 行: follows an article's or a frame's name. */
  readonly oversetLines: { readonly lines: number };
  /** 正文框 and the like. */
  readonly boxText: Record<never, never>;
  readonly boxTitle: Record<never, never>;
  readonly boxCaption: Record<never, never>;
  readonly boxFurniture: Record<never, never>;
  readonly boxPicture: Record<never, never>;
  readonly boxPanel: Record<never, never>;
  readonly boxRule: Record<never, never>;
  /** 左 20 上 41 宽 60 高 80 毫米 */
  readonly place: { readonly x: string; readonly y: string; readonly width: string; readonly height: string };
  /** 13 字 × 20 行: beside an area that is being drawn or resized. */
  readonly measure: { readonly characters: string; readonly lines: string };
  /** 正文: the label of the hidden text field while typing on the page. */
  readonly typing: Record<never, never>;
}

/** Says one of the canvas's sentences in the language of the window. */
export type CanvasTranslate = <Key extends keyof CanvasSentences>(key: Key, values: CanvasSentences[Key]) => string;
