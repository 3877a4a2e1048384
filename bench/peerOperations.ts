import { z } from "zod";

const length = z.number().min(0).max(5000);
const place = { x: length, y: length, w: length, h: length };

const paragraph = z.object({
  t: z.string(),
  font: z.enum(["serif", "sans"]),
  size: z.number().positive(),
  lead: z.number().positive(),
  bold: z.boolean().default(false),
  color: z.enum(["black", "red", "white"]).default("black"),
  align: z.enum(["left", "center", "right"]).default("left"),
  justify: z.boolean().default(false),
  indent: z.number().default(0),
  before: z.number().default(0),
});

const operation = z.discriminatedUnion("op", [
  z.object({ op: z.literal("rect"), ...place, fill: z.enum(["black", "red", "tint", "white"]) }),
  z.object({ op: z.literal("image"), id: z.string(), ...place, src: z.string() }),
  z.object({ op: z.literal("text"), id: z.string(), ...place, paras: z.array(paragraph).min(1), cols: z.number().int().positive().optional(), gap: z.number().default(0) }),
]);

const issue = z.object({
  page: z.object({ w: length, h: length }),
  pages: z.array(z.object({ number: z.number().int().positive(), ops: z.array(operation) })).min(1),
});

/** Pages as a list of drawing operations that any program can set: places in millimetres, type in points. */
export type PeerIssue = z.infer<typeof issue>;
export type PeerOperation = z.infer<typeof operation>;
export type PeerText = Extract<PeerOperation, { op: "text" }>;
export type PeerParagraph = z.infer<typeof paragraph>;

/** Reads the operations from JSON; throws with the place of what is wrong. */
export function parsePeerIssue(json: string): PeerIssue {
  return issue.parse(JSON.parse(json));
}
