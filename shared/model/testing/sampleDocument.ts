import type { Asset, Box, IssueDocument } from "../document";
import { gridRect } from "../gridGeometry";
import { houseCharacterStyleIds, houseStyleIds } from "../houseStyles";
import { idFrom } from "../idFrom";
import { newCaptionFrame, newFurnitureFrame, newPictureFrame, newRule, newStory, newTextFrame, newTitleFrame } from "../newBoxes";
import { blankIssue, namedPublication, tableOf } from "../newDocument";
import { pageFormat } from "../pageFormats";

/**
 * A small 四开 issue of two pages: an article `lead` that runs on to page 2, an article `photo` with picture and caption,
 * a folio that points to page 2, and a loose rule.
 */
export function sampleDocument(): IssueDocument {
  const format = pageFormat("tabloid-272");
  let count = 0;
  const blank = blankIssue({
    format,
    publication: { ...namedPublication("大样日报"), code: "dyrb", cn: "CN44-0146" },
    issue: { date: "2026-01-12", timeZone: "Asia/Shanghai", totalIssueNumber: 5224, edition: "" },
    pageCount: 2,
    newId: () => `page-${(count += 1)}`,
  });
  const [first, second] = blank.pages;
  if (first === undefined || second === undefined) throw new Error("The sample has two pages");
  const { grid } = format;
  const rect = (fromColumn: number, toColumn: number, fromLine: number, toLine: number) =>
    gridRect(grid, first, { fromColumn, toColumn, fromLine, toLine });
  const body = newTextFrame(idFrom("lead-body"), rect(0, 4, 8, 30), grid, 4);
  const jump = newTextFrame(idFrom("lead-jump"), rect(0, 2, 0, 20), grid, 2);
  const title = newTitleFrame(idFrom("lead-title"), rect(0, 4, 0, 8), { kicker: 15.75, main: 30, sub: 18 });
  const photoBody = newTextFrame(idFrom("photo-body"), rect(0, 6, 60, 70), grid, 6);
  const picture = { ...newPictureFrame(idFrom("photo-picture"), rect(0, 6, 35, 55), grid), assetId: photo.id, caption: "劳模工匠交流。", credit: "本报记者/摄" };
  const caption = newCaptionFrame(idFrom("photo-caption"), rect(0, 6, 55, 58), grid);
  const folio = {
    ...newFurnitureFrame(idFrom("folio"), rect(0, 6, 86, 88), [{ template: "{targetPageNumber} {targetPageName}", styleId: houseStyleIds.folio }]),
    targetPageId: second.id,
  };
  const rule = newRule(idFrom("rule"), { ...rect(4, 6, 33, 34), height: 0.5 }, "single", 0.5);
  const onFirst: readonly Box[] = [body, title, photoBody, picture, caption, folio, rule];
  const marks = [{ from: 0, to: 3, styleId: houseCharacterStyleIds.emphasis }];
  return {
    ...blank,
    pages: [
      { ...first, name: "要闻", boxIds: onFirst.map((box) => box.id) },
      { ...second, name: "视觉", boxIds: [jump.id] },
    ],
    boxes: tableOf([...onFirst, jump]),
    stories: tableOf([
      {
        ...newStory(idFrom("lead-story"), houseStyleIds.body, [body.id, jump.id]),
        title: { kicker: "促进双向赋能", main: "八部门推进专项行动", sub: "" },
        dateline: "据证券时报消息",
        paragraphs: [
          { text: "近日，八部门联合印发《意见》。", styleId: houseStyleIds.body, marks },
          { text: "具体来看，𠮷字也在其中。", styleId: houseStyleIds.body, marks: [] },
          { text: "", styleId: houseStyleIds.body, marks: [] },
          { text: "为保障实施，提出工作推进机制。", styleId: houseStyleIds.body, marks: [] },
        ],
      },
      newStory(idFrom("photo-story"), houseStyleIds.body, [photoBody.id]),
    ]),
    articles: tableOf([
      { id: idFrom("lead"), kind: "news", digital: "published", storyId: idFrom("lead-story"), titleFrameIds: [title.id], pictures: [], furnitureIds: [] },
      {
        id: idFrom("photo"),
        kind: "photo",
        digital: "published",
        storyId: idFrom("photo-story"),
        titleFrameIds: [],
        pictures: [{ pictureFrameId: picture.id, captionFrameId: caption.id }],
        furnitureIds: [folio.id],
      },
    ]),
    assets: tableOf([photo]),
  };
}

const photo: Asset = {
  id: idFrom("5f".repeat(32)),
  fileName: "工匠.jpg",
  contentType: "image/jpeg",
  pixelWidth: 3000,
  pixelHeight: 2000,
  rights: "公有领域",
};
