/** What fitting text to frames says about titles, captions, frames and outlines, in Chinese. */
export const fitting = {
  titleOver: "标题溢 {{lines}} 行 {{characters}} 字",
  captionOver: "图说溢 {{lines}} 行 {{characters}} 字",
};
