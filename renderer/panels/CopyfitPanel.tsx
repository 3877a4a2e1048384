import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fitStory } from "../../shared/commands/fitting";
import type { CopyfitRung, StoryFit } from "../../shared/layout/copyfit/copyfitter";
import { noFitting } from "../../shared/model/houseComposition";
import type { Story, StoryFitting } from "../../shared/model/document";
import { useEditor, useEditorApi } from "../editor/editorContext";
import { say, type Sentence } from "../window/sentence";

/**
 * The ladder by which a story is made to fit: what each rung would change, what it would leave over or empty, and a button
 * that applies it with those before it. Closed it costs nothing; open it is worked out again after every change.
 */
export function CopyfitPanel({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const summary = useRef<HTMLElement>(null);
  return (
    <details className="copyfit" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={summary}>{t("copyfit.title")}</summary>
      {isOpen ? <Ladder story={story} onApplied={() => summary.current?.focus()} /> : null}
    </details>
  );
}

/** `onApplied` takes the focus, which the pressed button cannot keep: its rung is gone or has nothing more to give. */
function Ladder({ story, onApplied }: { readonly story: Story; readonly onApplied: () => void }) {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const document = useDeferredValue(useEditor((state) => state.document));
  const ladder = useMemo(() => editor.copyfitter.ladder(document, story.id), [editor, document, story.id]);
  if (ladder === null) return <p className="copyfit-none">{t("copyfit.noFrame")}</p>;
  const apply = (fitting: StoryFitting) => {
    editor.run(fitStory, { storyId: story.id, fitting }, { label: "fit-story" });
    onApplied();
  };
  const applied = appliedSentences(story.fitting);
  return (
    <div className="copyfit-ladder">
      <p className="copyfit-now">{say(t, fitSentence(ladder.fit))}</p>
      {ladder.rungs.length === 0 ? null : (
        <ol>
          {ladder.rungs.map((rung) => (
            <li key={rung.kind} data-state={rung.fitting === null ? "none" : "possible"}>
              <span className="copyfit-rung">
                <b>{t(`copyfit.rungs.${rung.kind}`)}</b>
                <span>{rung.fitting === null ? t("copyfit.nothing") : say(t, changeSentence(rung, rung.fitting))}</span>
              </span>
              <span className="copyfit-after number">{rung.fitting === null ? "" : say(t, fitSentence(rung.after))}</span>
              <button
                type="button"
                className="button small"
                disabled={rung.fitting === null}
                aria-label={t("copyfit.applyTo", { rung: t(`copyfit.rungs.${rung.kind}`) })}
                onClick={() => rung.fitting !== null && apply(rung.fitting)}
              >
                {t("copyfit.apply")}
              </button>
            </li>
          ))}
        </ol>
      )}
      {ladder.rest.overLines > 0 || (ladder.fit.overLines === 0 && ladder.rest.spareLines > 0) ? (
        <p className="copyfit-rest" data-state={ladder.rest.overLines > 0 ? "over" : "spare"}>{say(t, restSentence(ladder.rest))}</p>
      ) : null}
      {applied.length === 0 ? null : (
        <p className="copyfit-applied">
          <span>{t("copyfit.applied", { what: applied.map((sentence) => say(t, sentence)).join(t("copyfit.and")) })}</span>
          <button type="button" className="button small" onClick={() => apply(noFitting)}>
            {t("copyfit.reset")}
          </button>
        </p>
      )}
    </div>
  );
}

function fitSentence({ overLines, overCharacters, spareLines }: StoryFit): Sentence {
  if (overLines > 0) return { key: "panels.status.over", values: { lines: overLines, characters: overCharacters } };
  return spareLines > 0 ? { key: "panels.status.spare", values: { lines: spareLines } } : { key: "panels.status.exact" };
}

function restSentence({ overLines, overCharacters, spareLines }: StoryFit): Sentence {
  if (overLines > 0) return { key: "copyfit.cut", values: { lines: overLines, characters: overCharacters } };
  return { key: "copyfit.add", values: { lines: spareLines } };
}

function changeSentence({ kind }: CopyfitRung, fitting: StoryFitting): Sentence {
  switch (kind) {
    case "squeeze":
      return { key: `copyfit.squeeze.${fitting.squeeze ?? "full"}` };
    case "tracking":
      return trackingSentence(fitting);
    case "titleSpace":
      return titleLinesSentence(fitting);
    case "titleSize":
      return titleSizeSentence(fitting);
  }
}

/** What a story is fitted by now, a sentence each. */
function appliedSentences(fitting: StoryFitting): readonly Sentence[] {
  const sentences: Sentence[] = [];
  if (fitting.squeeze !== null) sentences.push({ key: `copyfit.squeeze.${fitting.squeeze}` });
  if (fitting.trackingEm !== 0) sentences.push(trackingSentence(fitting));
  if (fitting.titleLines !== 0) sentences.push(titleLinesSentence(fitting));
  if (fitting.titleSize !== 1) sentences.push(titleSizeSentence(fitting));
  return sentences;
}

function trackingSentence({ trackingEm }: StoryFitting): Sentence {
  return { key: trackingEm < 0 ? "copyfit.closer" : "copyfit.wider", values: { percent: Number((Math.abs(trackingEm) * 100).toFixed(2)) } };
}

function titleLinesSentence({ titleLines }: StoryFitting): Sentence {
  return { key: titleLines < 0 ? "copyfit.titleGives" : "copyfit.titleTakes", values: { lines: Math.abs(titleLines) } };
}

function titleSizeSentence({ titleSize }: StoryFitting): Sentence {
  return { key: "copyfit.titleSmaller", values: { percent: Math.round(titleSize * 100) } };
}
