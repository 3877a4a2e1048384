import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import type { PressPreset } from "../../shared/export/pdf/pressPreset";
import { HostError } from "../../shared/platform/host";
import { openDerivedCache, type DerivedCache } from "../assets/derivedCache";
import { scratchFolder, temporaryFolder } from "../testing/temporaryFolder";
import { projectRoot, testServices } from "../testing/testServices";
import { findPreset, profileOf, withProfile } from "./pressPresets";
import { pressPictures, separateAhead } from "./pressPictures";
import type { PressProfile } from "./pressProfile";

const config = scratchFolder();
const photo = await sharp({ create: { width: 64, height: 40, channels: 3, background: "#345678" } }).jpeg().toBuffer();
const inks = await sharp({ create: { width: 64, height: 40, channels: 3, background: "#345678" } }).toColourspace("cmyk").jpeg().toBuffer();

async function presetNamed(name: string): Promise<{ readonly preset: PressPreset; readonly profile: PressProfile | null }> {
  const folders = { projectRoot, config };
  const found = await findPreset(name, folders);
  const profile = await profileOf(found, folders, null);
  return { preset: withProfile(found.preset, profile), profile };
}

/** A cache that tells how often something was made. */
function countingCache(): DerivedCache & { made: number } {
  const inner = openDerivedCache(temporaryFolder(), "jpg", 10);
  const counting: DerivedCache & { made: number } = {
    made: 0,
    get: (key, make) => inner.get(key, () => {
      counting.made++;
      return make();
    }),
  };
  return counting;
}

const picturesOf = (press: Awaited<ReturnType<typeof presetNamed>>, bytes: Uint8Array | null, cache: DerivedCache) =>
  pressPictures({ ...press, pages: [], readAsset: async () => bytes, nameOf: () => "照片.jpg", cache });

describe("the pictures of a press file", () => {
  it.each(["x4", "x1a"])("are separated once: after an import an export by %s finds them done, with the same bytes", async (name) => {
    const press = await presetNamed(name);
    const cache = countingCache();
    await separateAhead({ id: "a", name: "照片.jpg", bytes: photo }, press.preset, press.profile, cache);
    expect(cache.made).toBe(1);
    const kept = await picturesOf(press, photo, cache).picture("a");
    expect(cache.made).toBe(1);
    const fresh = await picturesOf(press, photo, countingCache()).picture("a");
    expect(kept).toEqual(fresh);
    expect((await sharp(kept!).metadata()).space).toBe("cmyk");
  });

  it("pass through where they are JPEGs of inks, and nothing is done ahead for them", async () => {
    const press = await presetNamed("x4");
    const cache = countingCache();
    await separateAhead({ id: "a", name: "照片.jpg", bytes: inks }, press.preset, press.profile, cache);
    expect(await picturesOf(press, inks, cache).picture("a")).toBe(inks);
    expect(cache.made).toBe(0);
  });

  it("are separated anew by another profile, and not at all for a screen", async () => {
    const press = await presetNamed("x4");
    const cache = countingCache();
    const { profile } = press;
    await separateAhead({ id: "a", name: "照片.jpg", bytes: photo }, press.preset, profile, cache);
    await picturesOf({ ...press, profile: { ...profile!, digest: "another" } }, photo, cache).picture("a");
    expect(cache.made).toBe(2);
    const web = await presetNamed("web");
    await separateAhead({ id: "a", name: "照片.jpg", bytes: photo }, web.preset, web.profile, cache);
    expect(cache.made).toBe(2);
  });

  it("are null where the issue has lost them, and name the file where they cannot be read", async () => {
    const press = await presetNamed("x4");
    expect(await picturesOf(press, null, countingCache()).picture("a")).toBeNull();
    const told = await picturesOf(press, photo.subarray(0, 200), countingCache()).picture("a").catch((error: unknown) => error);
    expect(told).toBeInstanceOf(HostError);
    expect(told).toMatchObject({ code: "unreadable-picture", detail: expect.stringContaining("照片.jpg") });
  });

  it("are kept under the version of sharp that is installed, which may make other bytes than the next", () => {
    const { dependencies } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { dependencies: Record<string, string> }; // our own file
    const source = readFileSync(join(projectRoot, "host", "exporting", "pressPictures.ts"), "utf8");
    expect(source).toContain(`sharp ${dependencies["sharp"]}"`);
  });
});

describe("a picture that is imported", () => {
  it("is separated in the background, so that the first export makes nothing", async () => {
    const scratch = temporaryFolder();
    const services = testServices(scratch);
    const { issueId, document } = await services.host.createIssue(join(scratch, "documents", "issue"), (await services.host.describe()).templates[0]!);
    expect(document).toBeDefined();
    const asset = await services.importAsset(issueId, "照片.jpg", photo);
    const kept = join(scratch, "cache", "press");
    await vi.waitFor(() => expect(readdirSync(kept).filter((name) => name.endsWith(".jpg"))).toHaveLength(1), { timeout: 10_000 });
    const [name] = readdirSync(kept);
    const before = statSync(join(kept, name!)).mtimeMs;
    const press = await presetNamed("x4");
    await picturesOf(press, photo, openDerivedCache(kept, "jpg", 10)).picture(asset.id);
    expect(readdirSync(kept)).toEqual([name]);
    expect(statSync(join(kept, name!)).mtimeMs).toBe(before);
  });
});
