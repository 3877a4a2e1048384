import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import sharp from "sharp";
import { projectRoot } from "./setup.mjs";

/**
 * Draws the stand-in for the sample page's photo, whose original is not to be had: a workshop with people in talk, drawn
 * in greys, that says in large letters what it is. Own work, CC0. Usage: node scripts/makeSamplePhoto.mjs FILE.jpg
 */
const width = 2538;
const height = 1886;
const canvas = createCanvas(width, height);
const context = canvas.getContext("2d");
GlobalFonts.registerFromPath(
  join(projectRoot, "node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"),
  "Stand-in Sans",
);

/** A small fixed sequence of numbers in [0, 1), so that every run draws the same picture. */
function createSequence(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
const next = createSequence(20260112);

const grey = (level, alpha = 1) => `rgba(${level}, ${level}, ${level}, ${alpha})`;

function gradient(x0, y0, x1, y1, stops) {
  const fill = context.createLinearGradient(x0, y0, x1, y1);
  for (const [at, colour] of stops) fill.addColorStop(at, colour);
  return fill;
}

function polygon(points, fill) {
  context.beginPath();
  points.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
  context.fillStyle = fill;
  context.fill();
}

function drawHall() {
  const horizon = height * 0.56;
  context.fillStyle = gradient(0, 0, 0, horizon, [[0, grey(150)], [1, grey(222)]]);
  context.fillRect(0, 0, width, horizon);
  context.fillStyle = gradient(0, horizon, 0, height, [[0, grey(205)], [1, grey(128)]]);
  context.fillRect(0, horizon, width, height - horizon);
  const vanish = [width * 0.62, horizon * 0.9];
  for (let i = -9; i <= 14; i++) {
    const x = width * 0.5 + i * 300;
    polygon([vanish, [x, height], [x + 10, height]], grey(110, 0.35));
  }
  for (let i = 0; i < 7; i++) {
    const left = 40 + i * 370;
    context.fillStyle = gradient(left, 120, left, 520, [[0, grey(250)], [1, grey(228)]]);
    context.fillRect(left, 130, 290, 380);
    context.fillStyle = grey(120);
    context.fillRect(left + 140, 130, 9, 380);
    context.fillRect(left, 310, 290, 9);
    polygon([[left, 510], [left + 290, 510], [left + 120, height], [left - 330, height]], grey(255, 0.1));
  }
  for (let i = 0; i < 5; i++) {
    const y = 26 + i * 20;
    polygon([[0, y], [width, y - 12], [width, y - 2], [0, y + 10]], grey(92, 0.55));
  }
}

function drawMachines() {
  for (let i = 0; i < 5; i++) {
    const x = 90 + i * 520;
    const y = height * 0.5 + (i % 2) * 22;
    context.fillStyle = gradient(x, y, x + 360, y, [[0, grey(96)], [0.6, grey(138)], [1, grey(84)]]);
    context.beginPath();
    context.roundRect(x, y, 380, 270, 18);
    context.fill();
    context.fillStyle = grey(188);
    context.beginPath();
    context.roundRect(x + 40, y + 40, 150, 92, 8);
    context.fill();
    for (let k = 0; k < 6; k++) {
      context.fillStyle = grey(50 + 30 * (k % 3));
      context.beginPath();
      context.arc(x + 226 + (k % 3) * 46, y + 62 + Math.floor(k / 3) * 52, 13, 0, Math.PI * 2);
      context.fill();
    }
    context.strokeStyle = grey(70);
    context.lineWidth = 26;
    context.lineCap = "round";
    context.beginPath();
    context.moveTo(x + 290, y + 6);
    context.lineTo(x + 330, y - 150);
    context.lineTo(x + 220, y - 210);
    context.stroke();
    context.lineWidth = 14;
    context.beginPath();
    context.moveTo(x + 220, y - 210);
    context.lineTo(x + 190, y - 150);
    context.stroke();
  }
}

/** A person seen from the knees up, without a face: nobody in particular. */
function drawPerson({ x, size, turn, coat, helmet }) {
  const foot = height + 60;
  const head = foot - size;
  const side = turn * size * 0.04;
  context.fillStyle = gradient(x - size * 0.2, 0, x + size * 0.2, 0, [[0, grey(coat - 26)], [0.55, grey(coat)], [1, grey(coat - 34)]]);
  context.beginPath();
  context.moveTo(x - size * 0.21, foot);
  context.bezierCurveTo(x - size * 0.25, head + size * 0.5, x - size * 0.22, head + size * 0.25, x - size * 0.07, head + size * 0.21);
  context.lineTo(x + size * 0.07, head + size * 0.21);
  context.bezierCurveTo(x + size * 0.22, head + size * 0.25, x + size * 0.25, head + size * 0.5, x + size * 0.21, foot);
  context.closePath();
  context.fill();
  polygon([[x - size * 0.05 + side, head + size * 0.21], [x + side, head + size * 0.36], [x + size * 0.05 + side, head + size * 0.21]], grey(236));
  context.fillStyle = gradient(x - size * 0.08, 0, x + size * 0.08, 0, [[0, grey(150)], [0.6, grey(196)], [1, grey(158)]]);
  context.fillRect(x - size * 0.035 + side * 0.5, head + size * 0.14, size * 0.07, size * 0.09);
  context.beginPath();
  context.ellipse(x + side, head + size * 0.1, size * 0.073, size * 0.096, 0, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = helmet ? grey(242) : grey(44);
  context.beginPath();
  context.ellipse(x + side, head + size * 0.065, size * 0.084, size * 0.078, 0, Math.PI, Math.PI * 2);
  context.fill();
  if (helmet) {
    context.beginPath();
    context.roundRect(x + side - size * 0.105, head + size * 0.06, size * 0.21, size * 0.02, 8);
    context.fill();
  }
  context.strokeStyle = grey(coat - 34, 0.8);
  context.lineWidth = size * 0.008;
  for (const seam of [-0.135, 0.135]) {
    context.beginPath();
    context.moveTo(x + size * seam, head + size * 0.46);
    context.lineTo(x + size * seam * 0.92, foot);
    context.stroke();
  }
}

function drawPeople() {
  const people = [
    { x: 470, size: 860, turn: 1, coat: 96, helmet: true },
    { x: 2140, size: 880, turn: -1, coat: 112, helmet: true },
    { x: 860, size: 960, turn: 1, coat: 132, helmet: true },
    { x: 1680, size: 980, turn: -1, coat: 74, helmet: false },
    { x: 1270, size: 1010, turn: 1, coat: 104, helmet: false },
  ];
  people.forEach(drawPerson);
}

function drawGrain() {
  const image = context.getImageData(0, 0, width, height);
  for (let i = 0; i < image.data.length; i += 4) {
    const noise = (next() - 0.5) * 15;
    for (let channel = 0; channel < 3; channel++) image.data[i + channel] = Math.max(0, Math.min(255, image.data[i + channel] + noise));
  }
  context.putImageData(image, 0, 0);
}

function drawNotice() {
  context.fillStyle = grey(28, 0.86);
  context.fillRect(0, 0, width, 150);
  context.fillStyle = grey(255);
  context.textBaseline = "middle";
  context.font = "700 68px 'Stand-in Sans'";
  context.fillText("替代图：原报照片未附，此为绘制的示意", 60, 78);
  context.font = "700 40px 'Stand-in Sans'";
  context.textAlign = "right";
  context.fillText("STAND-IN, NOT THE PHOTO", width - 60, 80);
}

drawHall();
drawMachines();
drawPeople();
drawGrain();
drawNotice();

const file = process.argv[2];
const bytes = await sharp(canvas.toBuffer("image/png")).grayscale().toColourspace("b-w").withDensity(300).jpeg({ quality: 86 }).toBuffer();
if (file) writeFileSync(file, bytes);
console.log(JSON.stringify({ bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), width, height }));
