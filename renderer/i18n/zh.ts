import { actions } from "./zh/actions";
import { canvas } from "./zh/canvas";
import { copyfit } from "./zh/copyfit";
import { dialogs } from "./zh/dialogs";
import { failures } from "./zh/failures";
import { panels } from "./zh/panels";
import { steps } from "./zh/steps";
import { styles } from "./zh/styles";

/** Every sentence of the window in Chinese. */
export const zh = { actions, canvas, copyfit, dialogs, failures, panels, steps, styles };
