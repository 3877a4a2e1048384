import type { Box } from "../../../shared/model/document";
import { FurnitureProperties } from "./FurnitureProperties";
import { PanelProperties } from "./PanelProperties";
import { PictureProperties } from "./PictureProperties";
import { RuleProperties } from "./RuleProperties";
import { TextFrameProperties } from "./TextFrameProperties";
import { TitleFrameProperties } from "./TitleFrameProperties";

/** What can be set of a box of its kind. A caption's words are its picture's and are set there. */
export function FrameProperties({ box }: { readonly box: Box }) {
  switch (box.kind) {
    case "text":
      return <TextFrameProperties frame={box} />;
    case "title":
      return <TitleFrameProperties frame={box} />;
    case "picture":
      return <PictureProperties frame={box} />;
    case "furniture":
      return <FurnitureProperties frame={box} />;
    case "panel":
      return <PanelProperties panel={box} />;
    case "rule":
      return <RuleProperties rule={box} />;
    case "caption":
      return null;
  }
}
