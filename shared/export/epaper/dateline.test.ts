import { describe, expect, it } from "vitest";
import { readDateline } from "./dateline";

describe("readDateline", () => {
  it.each([
    ["新华社北京1月7日电", "北京", "新华社"],
    ["本报中山讯", "中山", null],
    ["本报讯", null, null],
    ["据证券时报消息", null, "证券时报"],
    ["中新社广州电", "广州", "中新社"],
    ["", null, null],
    ["编者按", null, null],
  ])("reads %s as place %s and source %s", (dateline, place, source) => {
    expect(readDateline(dateline)).toEqual({ place, source });
  });
});
