/** The sentences that command line and window share, in Chinese; the placeholders are in braces. */
export const zhMessages = {
  preflight: {
    "overset-text": "{place}：文字排不下，多出{lines}行（{characters}字）。",
    "headline-clipped": "{place}：标题排不下，多出{characters}字。",
    "missing-glyph": "{place}：字库里没有“{character}”（{codePoint}），共{count}处。",
    "font-missing": "{place}：本机没有字体{font}，暂以其他字体代替。",
    "font-not-embeddable": "{place}：字体{font}的授权不允许嵌入 PDF。",
    "missing-picture": "{place}：图片框是空的，或找不到图片文件{file}。",
    "box-off-page": "{place}：有内容超出版面边缘。",
    "boxes-overlap-text": "{place}：文字与“{other}”的文字重叠。",
    "text-hidden": "{place}：有{lines}行文字被“{other}”的图片或底纹遮住。",
    "empty-text-frame": "{place}：文字框里没有文字。",
    "loose-line": "{place}：有{count}行字距过松，字间空出四分之一字以上。",
    "torn-line": "{place}：有{count}行被拉散，字间空出半字以上。",
    "forced-break": "{place}：有{count}行没有合适的断行处，拆开了单词、数字或不该分开的标点。",
    "headline-broken": "{place}：标题在“{words}”之后转行，拆开了词语、数字或书名。",
    "fitted-beyond-limits": "{place}：字距或标题字号的调整超出了现在的拟合限度。",
    "caption-missing": "{place}：图片没有说明。",
    "caption-not-placed": "{place}：图片有说明或署名，但版面上没有放。",
    "credit-missing": "{place}：图片没有署名。",
    "picture-resolution-low": "{place}：图片{file}的分辨率只有{ppi} ppi，建议不低于{least} ppi。",
    "picture-resolution-too-low": "{place}：图片{file}的分辨率只有{ppi} ppi，印出来会模糊，至少要{least} ppi。",
    "ad-unmarked": "{place}：广告没有标明“广告”二字。",
    "pointer-target-missing": "{place}：导读没有指向任何一版。",
    "jump-backwards": "{place}：文字上接后面的第{from}版，读者要往回翻。",
    "jump-line-missing": "{place}：文字转到第{to}版，但“下转”“上接”没有两处都印出来：栏太窄，放不下。",
    "unknown-field": "{place}：没有名为“{field}”的字段，会照原样印出来。",
  },
  places: {
    page: "第{page}版",
    article: "《{article}》",
    pageAndArticle: "第{page}版《{article}》",
    issue: "本期",
  },
} as const;

/** A sentence for each code, whatever the language. */
export type PreflightSentences = Readonly<Record<keyof typeof zhMessages.preflight, string>>;

/** All shared sentences, whatever the language. */
export interface SharedMessages {
  readonly preflight: PreflightSentences;
  readonly places: Readonly<Record<keyof typeof zhMessages.places, string>>;
}
