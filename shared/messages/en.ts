import type { SharedMessages } from "./zh";

/** The sentences that command line and window share, in English. */
export const enMessages: SharedMessages = {
  preflight: {
    "overset-text": "{place}: the text does not fit; lines over: {lines}, characters: {characters}.",
    "headline-clipped": "{place}: the headline does not fit; characters over: {characters}.",
    "missing-glyph": "{place}: no font has “{character}” ({codePoint}); places: {count}.",
    "font-missing": "{place}: the font {font} is not on this machine; another stands in for it.",
    "font-not-embeddable": "{place}: the licence of the font {font} keeps it out of a PDF.",
    "missing-picture": "{place}: the picture frame is empty or its file {file} is missing.",
    "box-off-page": "{place}: a box reaches over the edge of the page.",
    "boxes-overlap-text": "{place}: the text lies over the text of “{other}”.",
    "text-hidden": "{place}: a picture or tint of “{other}” hides {lines} lines of text.",
    "empty-text-frame": "{place}: a text frame has no text.",
    "loose-line": "{place}: lines set so loose that more than a quarter of a character is open at each place: {count}.",
    "torn-line": "{place}: lines torn apart, with more than half a character open at each place: {count}.",
    "forced-break": "{place}: lines that found no good place to end and part a word, a number or marks that belong together: {count}.",
    "headline-broken": "{place}: the headline breaks after “{words}”, inside a word, a number or the name of a work.",
    "fitted-beyond-limits": "{place}: its tracking or the size of its headline was fitted beyond the limits that now hold.",
    "caption-missing": "{place}: the picture has no caption.",
    "caption-not-placed": "{place}: the picture has a caption or credit that is not on the page.",
    "credit-missing": "{place}: the picture has no credit.",
    "picture-resolution-low": "{place}: the picture {file} has only {ppi} ppi; {least} ppi or more is advised.",
    "picture-resolution-too-low": "{place}: the picture {file} has only {ppi} ppi and would print coarse; it needs {least} ppi.",
    "ad-unmarked": "{place}: the advertisement does not say 广告.",
    "pointer-target-missing": "{place}: the pointer leads to no page.",
    "jump-backwards": "{place}: the text comes from a later page, {from}; readers have to turn back.",
    "jump-line-missing": "{place}: the text goes on on page {to}, but not both pages say so; a column is too narrow for the jump line.",
    "unknown-field": "{place}: there is no field called “{field}”; it would be printed as it stands.",
  },
  places: {
    page: "Page {page}",
    article: "“{article}”",
    pageAndArticle: "Page {page}, “{article}”",
    issue: "The issue",
  },
};
