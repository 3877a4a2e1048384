import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project, with a trailing separator left out. */
export const projectRoot = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** Where each program comes from on Debian, and what it is for. */
const debianPackages = {
  chromium: { package: "chromium", purpose: "the window and the browser tests" },
  pdftotext: { package: "poppler-utils", purpose: "the tests that read PDF files back" },
};

/** Installs what is missing: the packages of package-lock.json and the named programs. Exits with a sentence where it may not. */
export function setUp(programs) {
  requireNode();
  installPackages();
  installPrograms(programs.filter((program) => !isOnPath(program)));
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Broadsheet needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

/** Runs `npm ci` unless node_modules was made from this very lock file. */
function installPackages() {
  const lock = createHash("sha256").update(readFileSync(join(projectRoot, "package-lock.json"))).digest("hex");
  const stamp = join(projectRoot, "node_modules", ".installed-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("Installing the packages of package-lock.json …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  run(npm, ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], "npm ci failed; its own message is above.");
  writeFileSync(stamp, lock);
}

function installPrograms(missing) {
  const known = missing.filter((program) => program in debianPackages);
  if (known.length === 0) return;
  const names = known.map((program) => debianPackages[program].package);
  const wish = known.map((program) => `${debianPackages[program].package} (${debianPackages[program].purpose})`).join(" and ");
  const mayInstall = isOnPath("apt-get") && process.getuid?.() === 0;
  if (!mayInstall) stop(`Please install ${wish}: sudo apt-get install ${names.join(" ")}`);
  say(`Installing ${wish} …`);
  run("apt-get", ["update", "-qq"], "apt-get update failed; its own message is above.");
  run(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=900", ...names],
    `Please install ${wish} by hand.`,
  );
}

/** Whether a program of that name can be started. */
function isOnPath(program) {
  return spawnSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" }).status === 0;
}

function run(command, args, complaint) {
  const { status } = spawnSync(command, args, {
    cwd: projectRoot,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status !== 0) stop(complaint);
}

/** Says a sentence where it does not get into a command's output. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function stop(sentence) {
  say(sentence);
  process.exit(2);
}
