import { wordEnds } from "../host/wordEnds";
import { withBreakPoints } from "../shared/model/titleText";
import type { SpecimenCase, SpecimenSide } from "./specimenCase";

/** The cases with the ends of words put into the titles that ask for them, as the program does for an editor. */
export async function withSenseBreaks(cases: readonly SpecimenCase[]): Promise<readonly SpecimenCase[]> {
  return await Promise.all(cases.map(async (specimen) => ({ ...specimen, sides: await Promise.all(specimen.sides.map(sideWithBreaks)) })));
}

async function sideWithBreaks(side: SpecimenSide): Promise<SpecimenSide> {
  const { title } = side;
  if (title?.bySense !== true) return side;
  return { ...side, title: { ...title, text: withBreakPoints(title.text, await wordEnds(title.text)) } };
}
