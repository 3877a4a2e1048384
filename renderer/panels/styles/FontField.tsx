import { useTranslation } from "react-i18next";
import type { FontId } from "../../../shared/model/ids";
import { idFrom } from "../../../shared/model/idFrom";
import { useWindow } from "../../window/windowContext";
import { ChoiceField } from "../fields/ChoiceField";

/** A font by family and weight, as the host has them; a font it does not have stays in the list by its own name. */
export function FontField({ label, fontId, onCommit }: {
  readonly label: string;
  readonly fontId: FontId;
  readonly onCommit: (fontId: FontId) => void;
}) {
  return <ChoiceField label={label} value={fontId} choices={useFontChoices(fontId)} onChoose={(id) => onCommit(idFrom(id))} />;
}

const KEEPS = "";

/** A font that may be left to the paragraph. */
export function OptionalFontField({ label, fontId, onCommit }: {
  readonly label: string;
  readonly fontId: FontId | null;
  readonly onCommit: (fontId: FontId | null) => void;
}) {
  const { t } = useTranslation();
  const choices = [{ value: KEEPS, label: t("styles.fields.keepsFont") }, ...useFontChoices(fontId)];
  return <ChoiceField label={label} value={fontId ?? KEEPS} choices={choices} onChoose={(id) => onCommit(id === KEEPS ? null : idFrom(id))} />;
}

function useFontChoices(current: FontId | null): readonly { readonly value: string; readonly label: string }[] {
  const { i18n } = useTranslation();
  const fonts = useWindow((state) => state.description?.fonts ?? null) ?? [];
  const inChinese = i18n.language.startsWith("zh");
  const choices = fonts.map(({ id, family, familyChinese, weight }) => ({ value: id, label: `${inChinese ? familyChinese : family} ${weight}` }));
  const isKnown = current === null || choices.some(({ value }) => value === current);
  return isKnown ? choices : [...choices, { value: current, label: current }];
}
