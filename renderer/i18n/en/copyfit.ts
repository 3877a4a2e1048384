/** What fitting a story to its frames says, in English. */
export const copyfit = {
  title: "Copyfit",
  noFrame: "This article has no text frame yet.",
  nothing: "nothing left to give",
  apply: "Apply",
  applyTo: "Apply up to “{{rung}}”",
  reset: "Reset",
  applied: "In use: {{what}}",
  and: "; ",
  rungs: {
    squeeze: "Squeeze marks",
    tracking: "Tracking",
    titleSpace: "Headline space",
    titleSize: "Headline size",
  },
  squeeze: {
    off: "marks keep their blank",
    mild: "marks give a quarter em",
    full: "marks give half an em",
  },
  closer: "set {{percent}}% closer",
  wider: "set {{percent}}% wider",
  titleGives: "headline gives {{lines}} ln",
  titleTakes: "headline takes {{lines}} ln more",
  titleSmaller: "headline at {{percent}}%",
  cut: "Still over. Lines to cut: {{lines}} (characters: {{characters}})",
  add: "Still short. Lines to fill: {{lines}}",
};
