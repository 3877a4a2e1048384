import { useTranslation } from "react-i18next";
import { parseIsoDate, weekdayName } from "../../../shared/model/calendar";
import { useEditor, useEditorApi } from "../../editor/editorContext";
import { DraftField } from "../fields/DraftField";
import { FieldGroup } from "../fields/FieldRow";
import { LiveField } from "../fields/LiveField";
import { readDate } from "../fields/readField";
import { WholeField } from "../fields/WholeField";
import { changeIssue, editPublicationText } from "../issueEdits";

const publicationFields = [
  ["name", "publicationName"],
  ["cn", "cn"],
  ["postalCode", "postalCode"],
  ["supervisor", "supervisor"],
  ["publisher", "publisher"],
  ["url", "url"],
  ["slogan", "slogan"],
  ["email", "email"],
] as const;

/** What the masthead and the imprint say: the day and number of the issue, and the paper itself. */
export function IssueProperties() {
  const { t } = useTranslation();
  const editor = useEditorApi();
  const issue = useEditor((state) => state.document.issue);
  const publication = useEditor((state) => state.document.publication);
  const date = parseIsoDate(issue.date);
  return (
    <FieldGroup
      title={t("panels.properties.issue")}
      aside={<span className="faint">{date === null ? null : weekdayName(date)}</span>}
    >
      <DraftField
        label={t("panels.properties.date")}
        text={issue.date}
        read={readDate}
        onCommit={(date) => changeIssue(editor, { date })}
      />
      <WholeField
        label={t("panels.properties.totalIssueNumber")}
        value={issue.totalIssueNumber}
        limits={{ from: 1, to: 999_999 }}
        onCommit={(totalIssueNumber) => changeIssue(editor, { totalIssueNumber })}
      />
      {publicationFields.map(([field, label]) => (
        <LiveField
          key={field}
          label={t(`panels.properties.${label}`)}
          text={publication[field]}
          onEdit={(change) => editPublicationText(editor, publication, field, change)}
        />
      ))}
    </FieldGroup>
  );
}
