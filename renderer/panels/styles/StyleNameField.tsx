import { useTranslation } from "react-i18next";
import { DraftField } from "../fields/DraftField";
import { readStyleName } from "./styleName";

/** The name of a style, which no other of its kind may have. */
export function StyleNameField({ style, styles, onCommit }: {
  readonly style: { readonly id: string; readonly name: string };
  readonly styles: readonly { readonly id: string; readonly name: string }[];
  readonly onCommit: (name: string) => void;
}) {
  const { t } = useTranslation();
  const taken = styles.filter(({ id }) => id !== style.id).map(({ name }) => name);
  return <DraftField label={t("styles.fields.name")} text={style.name} read={(text) => readStyleName(text, taken)} onCommit={onCommit} />;
}
