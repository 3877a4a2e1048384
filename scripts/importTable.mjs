/**
 * Which folders each folder may import from. What is not listed is forbidden. `npm run lint` reads the table through
 * `.oxlintrc.json`, which `scripts/writeLintRules.mjs` writes from it; a test plants violations and checks both.
 */
export const importTable = {
  "shared/geometry": [],
  "shared/model": ["shared/geometry"],
  "shared/commands": ["shared/geometry", "shared/model"],
  "shared/history": ["shared/model"],
  "shared/text": [],
  "shared/messages": [],
  "shared/fonts": [],
  "shared/display": ["shared/geometry", "shared/model", "shared/fonts"],
  "shared/layout": ["shared/geometry", "shared/model", "shared/text", "shared/fonts", "shared/display"],
  "shared/export": [
    "shared/geometry", "shared/model", "shared/text", "shared/fonts", "shared/display", "shared/layout",
  ],
  "shared/preflight": ["shared/geometry", "shared/model", "shared/text", "shared/display", "shared/layout", "shared/messages"],
  "shared/platform": [],
  "shared/verify": ["shared/model", "shared/messages"],
  host: ["shared"],
  cli: ["host", "shared"],
  electron: ["host", "shared/platform", "shared/model"],
  renderer: ["shared"],
  reader: [],
  bench: ["shared", "host"],
  specimen: ["shared", "host", "bench"],
  e2e: [],
};
