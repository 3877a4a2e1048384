import { createHash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { MAX_PICTURE_BYTES, readPicture } from "./importPicture";

const WIDTH = 300;
const HEIGHT = 200;
/** A picture that no packing makes small, so that it can be cut anywhere. */
const noise = () =>
  sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: "#888", noise: { type: "gaussian", mean: 128, sigma: 40 } } });

const formats = [
  ["image/jpeg", () => noise().jpeg().toBuffer()],
  ["image/png", () => noise().png().toBuffer()],
  ["image/webp", () => noise().webp().toBuffer()],
  ["image/tiff", () => noise().tiff({ compression: "lzw" }).toBuffer()],
  ["image/jpeg", () => noise().jpeg({ progressive: true }).toBuffer()],
  ["image/jpeg", () => noise().toColourspace("cmyk").jpeg().toBuffer()],
] as const;

describe("readPicture", () => {
  it.each(formats)("names a picture (%s) by its content and tells its size", async (contentType, make) => {
    const bytes = await make();
    expect(await readPicture("现场.jpg", bytes)).toEqual({
      id: createHash("sha256").update(bytes).digest("hex"),
      fileName: "现场.jpg",
      contentType,
      pixelWidth: WIDTH,
      pixelHeight: HEIGHT,
      rights: "",
    });
  });

  it.each(formats)("refuses a picture (%s) that was cut off, wherever", async (_contentType, make) => {
    const bytes = await make();
    for (const share of [0.02, 0.5, 0.97]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      await expect(readPicture("cut.jpg", cut)).rejects.toMatchObject({ code: "unreadable-picture", detail: expect.stringContaining("cut.jpg") });
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("tells the size of a picture as it is seen, turned by EXIF orientation %d", async (orientation) => {
    const { pixelWidth, pixelHeight } = await readPicture("a.jpg", await noise().jpeg().withMetadata({ orientation }).toBuffer());
    expect([pixelWidth, pixelHeight]).toEqual(orientation < 5 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH]);
  });

  it("takes pictures of one grey channel, of 16 bits and with an alpha channel", async () => {
    const grey = await noise().toColourspace("b-w").png().toBuffer();
    const deep = await noise().toColourspace("rgb16").png().toBuffer();
    const clear = await noise().ensureAlpha(0.5).png().toBuffer();
    for (const bytes of [grey, deep, clear]) expect((await readPicture("a.png", bytes)).contentType).toBe("image/png");
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["zeros", Buffer.alloc(5000)],
    ["text", Buffer.from("GIF89a? no, a letter")],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["a drawing", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/passwd" width="9" height="9"/></svg>')],
    ["the head of a JPEG and a page", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from("<script>alert(1)</script>")])],
    ["PDF", Buffer.from("%PDF-1.7\n%%EOF")],
  ])("refuses %s, whatever its name says", async (_what, bytes) => {
    await expect(readPicture("picture.jpg", bytes)).rejects.toMatchObject({ code: "unreadable-picture" });
  });

  it("refuses formats that the press does not take", async () => {
    for (const bytes of [await noise().gif().toBuffer(), await noise().avif({ effort: 0 }).toBuffer()]) {
      await expect(readPicture("a.jpg", bytes)).rejects.toMatchObject({ code: "unreadable-picture" });
    }
  });

  it("refuses a small file that claims to be a huge picture without unpacking it", async () => {
    const bytes = await noise().png().toBuffer();
    // Width and height stand in the header chunk, whose checksum comes after its 17 bytes.
    bytes.writeUInt32BE(30_000, 16);
    bytes.writeUInt32BE(30_000, 20);
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    await expect(readPicture("bomb.png", bytes)).rejects.toMatchObject({ code: "unreadable-picture" });
  });

  it("refuses files and sides that no document can hold", async () => {
    await expect(readPicture("big.tif", Buffer.alloc(MAX_PICTURE_BYTES + 1))).rejects.toMatchObject({ code: "too-large" });
    const line = await sharp({ create: { width: 1_000_001, height: 1, channels: 3, background: "#888" } }).png().toBuffer();
    await expect(readPicture("line.png", line)).rejects.toMatchObject({ code: "too-large" });
  });

  it.each([
    ["C:\\新闻\\现场\u0007图.jpg", "现场图.jpg"],
    ["/home/bian/a b.jpg", "a b.jpg"],
    ["../../etc/passwd", "passwd"],
    [`${"长".repeat(300)}.jpg`, "长".repeat(200)],
    ["half \ud800", "half \ufffd"],
    ["two\nlines.jpg", "two lines.jpg"],
    ["", ""],
  ])("keeps of the file name %j what a document may hold", async (given, kept) => {
    expect((await readPicture(given, await noise().jpeg().toBuffer())).fileName).toBe(kept);
  });
});

/** The checksum of PNG chunks (PNG specification, annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
