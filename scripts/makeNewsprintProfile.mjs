#!/usr/bin/env node
// Makes assets/icc/generic-newsprint.icc again: `node scripts/makeNewsprintProfile.mjs`. docs/colour.md explains the recipe.
// It needs ArgyllCMS (colprof) and its sRGB profile; the same version of it gives the same bytes.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot, say } from "./setup.mjs";

/** CIELAB (D50, 2°, black backing) of paper, solid inks and their overprints on coldset newsprint, after the aims of ISO 12647-3. */
const LAB = {
  "": [82, 0, 3],
  c: [57, -23, -27],
  m: [54, 44, -2],
  y: [78, -3, 58],
  my: [52, 41, 25],
  cy: [53, -34, 17],
  cm: [41, 7, -22],
  cmy: [40, 0, 1],
  k: [36, 1, 4],
};
/** What black lets through of what lies below it. */
const THROUGH_BLACK = 0.28;
/** Tone value increase at 50 %: 26 % (40 lines/cm). */
const GAIN = 0.26;
const INK_LIMIT = 220;
const BLACK_LIMIT = 95;
const WHITE = [0.9642, 1, 0.8249];
const SRGB_PLACES = ["/usr/share/color/argyll/ref/sRGB.icm", "/usr/local/share/color/argyll/ref/sRGB.icm", "/usr/share/argyll/ref/sRGB.icm"];

const f = (value) => (value > 6 / 29 ? value ** 3 : 3 * (6 / 29) ** 2 * (value - 4 / 29));
const toXyz = ([l, a, b]) => {
  const y = (l + 16) / 116;
  return [f(y + a / 500), f(y), f(y - b / 200)].map((value, index) => 100 * WHITE[index] * value);
};

/** The colour of each of the sixteen overprints of solids; those with black are the black's, and a share of what lies below. */
const primaries = new Map();
for (const [inks, lab] of Object.entries(LAB)) {
  primaries.set(inks, toXyz(lab));
}
const paper = primaries.get("");
const black = primaries.get("k");
for (const inks of ["c", "m", "y", "my", "cy", "cm", "cmy"]) {
  const below = primaries.get(inks);
  primaries.set(`${inks}k`, black.map((value, index) => value * (1 - THROUGH_BLACK + (THROUGH_BLACK * below[index]) / paper[index])));
}

const grown = (share) => share + 4 * GAIN * share * (1 - share);

/** Neugebauer's equations with Demichel's shares. */
function colourOf(device) {
  const shares = device.map((percent) => grown(percent / 100));
  const sum = [0, 0, 0];
  for (const [inks, xyz] of primaries) {
    const share = ["c", "m", "y", "k"].reduce((product, ink, index) => product * (inks.includes(ink) ? shares[index] : 1 - shares[index]), 1);
    xyz.forEach((value, index) => (sum[index] += share * value));
  }
  return sum;
}

const STEPS = [0, 10, 20, 40, 70, 100];
const BLACK_STEPS = [0, 20, 40, 60, 80, 100];

function measurements() {
  const patches = [];
  for (const k of BLACK_STEPS) for (const c of STEPS) for (const m of STEPS) for (const y of STEPS) patches.push([c, m, y, k]);
  for (let percent = 5; percent < 100; percent += 5) {
    for (let ink = 0; ink < 4; ink++) patches.push([0, 0, 0, 0].map((none, index) => (index === ink ? percent : none)));
  }
  const rows = patches.map((device, index) => [index + 1, ...device, ...colourOf(device).map((value) => value.toFixed(4))].join(" "));
  return [
    "CTI3", "", 'DESCRIPTOR "Generic coldset newsprint, computed"', 'ORIGINATOR "Broadsheet"', 'DEVICE_CLASS "OUTPUT"', 'COLOR_REP "CMYK_XYZ"', "",
    "NUMBER_OF_FIELDS 8", "BEGIN_DATA_FORMAT", "SAMPLE_ID CMYK_C CMYK_M CMYK_Y CMYK_K XYZ_X XYZ_Y XYZ_Z", "END_DATA_FORMAT", "",
    `NUMBER_OF_SETS ${rows.length}`, "BEGIN_DATA", ...rows, "END_DATA", "",
  ].join("\n");
}

/** The header's date and identifier depend on the run and say nothing about the profile (ICC.1, 7.2). */
function withoutRun(profile) {
  const bytes = Buffer.from(profile);
  [2026, 1, 1, 0, 0, 0].forEach((value, index) => bytes.writeUInt16BE(value, 24 + 2 * index));
  bytes.fill(0, 84, 100);
  return bytes;
}

const srgb = SRGB_PLACES.find((path) => existsSync(path));
if (srgb === undefined) {
  say("ArgyllCMS is not installed: its colprof and sRGB.icm are needed to make the profile again.");
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "broadsheet-profile-"));
try {
  const base = join(folder, "newsprint");
  writeFileSync(`${base}.ti3`, measurements());
  const words = ["-D", "Generic coldset newsprint, 26 % gain", "-A", "Broadsheet", "-M", "generic", "-C", "CC0 1.0: no rights reserved"];
  const limits = ["-l", String(INK_LIMIT), "-L", String(BLACK_LIMIT), "-kp", "0", ".05", ".95", ".95", "1"];
  execFileSync("colprof", ["-v", "-qm", "-bm", "-nc", ...limits, "-S", srgb, "-cmt", "-dpp", ...words, "-O", `${base}.icc`, base], { stdio: "inherit" });
  const target = join(projectRoot, "assets", "icc", "generic-newsprint.icc");
  writeFileSync(target, withoutRun(readFileSync(`${base}.icc`)));
  say(`Written: ${target}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
