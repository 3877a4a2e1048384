import type { EpaperByline } from "./epaperIssue";

/** What bylines and credits call people, the longer of two that begin alike first. */
const ROLES = ["特约通讯员", "特约记者", "实习记者", "通讯员", "实习生", "摄影", "整理", "编译", "记者"] as const;
const role = new RegExp(`^[^\\s、,，；;]*?(${ROLES.join("|")})[\\s:：]*`, "u");

/**
 * The people in a 署名 such as `全媒体记者徐亚辉 通讯员张三、李四`; a name without a role of its own takes the one before it,
 * or 作者.
 */
export function readByline(byline: string): readonly EpaperByline[] {
  const people: EpaperByline[] = [];
  let current = "作者";
  for (const piece of byline.split(/[\s、,，；;]+/u)) {
    const match = role.exec(piece);
    if (match?.[1] !== undefined) current = match[1];
    const name = match === null ? piece : piece.slice(match[0].length);
    if (name !== "") people.push({ role: current, name });
  }
  return people;
}

/** A photo credit such as `全媒体记者林景余/摄`, without what the photographer did. */
export function photographerOf(credit: string): string {
  return credit.replace(/\s*[/／]?\s*(摄影|摄|供图)$/u, "");
}

/** The photographers that a credit names, as 摄影 whatever else they are. */
export function readCredit(credit: string): readonly EpaperByline[] {
  return readByline(photographerOf(credit)).map(({ name }) => ({ role: "摄影", name }));
}
