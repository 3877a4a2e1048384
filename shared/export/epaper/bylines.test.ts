import { describe, expect, it } from "vitest";
import { photographerOf, readByline, readCredit } from "./bylines";

describe("readByline", () => {
  it.each([
    ["全媒体记者徐亚辉", [["记者", "徐亚辉"]]],
    ["全媒体记者徐亚辉 通讯员张三、李四", [["记者", "徐亚辉"], ["通讯员", "张三"], ["通讯员", "李四"]]],
    ["记者 王五", [["记者", "王五"]]],
    ["赵六", [["作者", "赵六"]]],
    ["", []],
  ])("reads %s", (byline, people) => {
    expect(readByline(byline).map(({ role, name }) => [role, name])).toEqual(people);
  });
});

describe("readCredit", () => {
  it("takes everyone in a credit for a photographer, and the act out of the credit", () => {
    expect(readCredit("全媒体记者林景余/摄")).toEqual([{ role: "摄影", name: "林景余" }]);
    expect(photographerOf("全媒体记者林景余/摄")).toBe("全媒体记者林景余");
    expect(photographerOf("张三 摄影")).toBe("张三");
  });
});
