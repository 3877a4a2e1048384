import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { AssetId } from "../../shared/model/ids";
import { sampleIssue } from "../issues/testing/sampleIssue";
import { machineFileSystem as fileSystem } from "../fileSystem";
import { temporaryFolder } from "../testing/temporaryFolder";
import { assetFileName, readAssetFile, screenCopy, writeAssetFile } from "./assetFiles";
import { readableAssets } from "./readableAssets";

const named = (bytes: Uint8Array) => ({ id: createHash("sha256").update(bytes).digest("hex") as AssetId, contentType: "image/jpeg" }) as const; // the name of an asset is its content's
const bytes = Buffer.from("the bytes of a picture");

describe("a picture file of an issue", () => {
  it("lies under its content's name and comes back byte for byte", async () => {
    const folder = temporaryFolder();
    const asset = named(bytes);
    expect(await readAssetFile(fileSystem, folder, asset)).toBeNull();
    await writeAssetFile(fileSystem, folder, asset, bytes);
    await writeAssetFile(fileSystem, folder, asset, bytes);
    expect(readdirSync(join(folder, "assets"))).toEqual([`${asset.id}.jpg`]);
    expect(await readAssetFile(fileSystem, folder, asset)).toEqual(bytes);
  });

  it("counts as lost where the file holds something else", async () => {
    const folder = temporaryFolder();
    const asset = named(bytes);
    await writeAssetFile(fileSystem, folder, asset, bytes);
    for (const other of ["another picture", "", bytes.subarray(0, 5)]) {
      writeFileSync(join(folder, assetFileName(asset.id, asset.contentType)), other);
      expect(await readAssetFile(fileSystem, folder, asset)).toBeNull();
    }
  });

  it("is never one outside of the issue", async () => {
    const folder = temporaryFolder();
    const outside = temporaryFolder();
    const asset = named(bytes);
    await writeAssetFile(fileSystem, outside, asset, bytes);
    symlinkSync(join(outside, "assets"), join(folder, "assets"));
    await expect(readAssetFile(fileSystem, folder, asset)).rejects.toMatchObject({ code: "not-permitted" });
  });

  it.each(["../../issue", "", "A".repeat(64), `${"0".repeat(64)}/..`, "__proto__"])("has no name like %j", (id) => {
    expect(() => assetFileName(id, "image/png")).toThrow(expect.objectContaining({ code: "not-found" }));
  });

  it("is readable for preflight where it is there and whole", async () => {
    const folder = temporaryFolder();
    const [whole, gone, broken] = ["one", "two", "three"].map((text) => ({ bytes: Buffer.from(text), asset: named(Buffer.from(text)) }));
    if (whole === undefined || gone === undefined || broken === undefined) throw new Error("three were made");
    for (const { asset, bytes: content } of [whole, broken]) await writeAssetFile(fileSystem, folder, asset, content);
    writeFileSync(join(folder, assetFileName(broken.asset.id, "image/jpeg")), "thre");
    const records = [whole, gone, broken].map(({ asset }) => [asset.id, { ...asset, fileName: "", pixelWidth: 1, pixelHeight: 1, rights: "" }]);
    const document = { ...sampleIssue(1, "文"), assets: Object.fromEntries(records) };
    expect([...(await readableAssets(fileSystem, folder, document))]).toEqual([whole.asset.id]);
    mkdirSync(join(folder, assetFileName(gone.asset.id, "image/jpeg")));
    expect((await readableAssets(fileSystem, folder, document)).size).toBe(1);
  });
});

describe("screenCopy", () => {
  const drawn = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#a0522d" } });

  it("is at most 2000 px long, never enlarged, upright and in sRGB", async () => {
    const size = async (picture: Uint8Array) => {
      const { width, height, format, space } = await sharp(await screenCopy(picture)).metadata();
      return { width, height, format, space };
    };
    const webp = { format: "webp", space: "srgb" };
    expect(await size(await drawn(4000, 1000).jpeg().toBuffer())).toEqual({ width: 2000, height: 500, ...webp });
    expect(await size(await drawn(40, 30).png().toBuffer())).toEqual({ width: 40, height: 30, ...webp });
    expect(await size(await drawn(40, 30).jpeg().withMetadata({ orientation: 8 }).toBuffer())).toEqual({ width: 30, height: 40, ...webp });
    expect(await size(await drawn(40, 30).toColourspace("cmyk").jpeg().toBuffer())).toEqual({ width: 40, height: 30, ...webp });
  });

  it("says that a picture cannot be read", async () => {
    await expect(screenCopy(Buffer.from("no picture"))).rejects.toMatchObject({ code: "unreadable-picture" });
  });
});
