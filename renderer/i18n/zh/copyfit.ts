/** What fitting a story to its frames says, in Chinese. */
export const copyfit = {
  title: "排齐",
  noFrame: "这篇稿件还没有正文框。",
  nothing: "没有余地",
  apply: "应用",
  applyTo: "应用到“{{rung}}”为止",
  reset: "还原",
  applied: "已用：{{what}}",
  and: "；",
  rungs: {
    squeeze: "标点挤压",
    tracking: "字距",
    titleSpace: "标题占行",
    titleSize: "标题字号",
  },
  squeeze: {
    off: "行内标点不挤",
    mild: "行内标点挤到四分之三字",
    full: "行内标点挤到半字",
  },
  closer: "字距收紧 {{percent}}%",
  wider: "字距放宽 {{percent}}%",
  titleGives: "标题让出 {{lines}} 行",
  titleTakes: "标题多占 {{lines}} 行",
  titleSmaller: "标题缩到 {{percent}}%",
  cut: "仍溢：须删 {{lines}} 行，约 {{characters}} 字",
  add: "仍空：可添 {{lines}} 行",
};
