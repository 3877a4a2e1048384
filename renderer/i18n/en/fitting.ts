/** What fitting text to frames says about titles, captions, frames and outlines, in English. */
export const fitting = {
  titleOver: "Headline over: {{lines}} lines, {{characters}} characters",
  captionOver: "Caption over: {{lines}} lines, {{characters}} characters",
};
