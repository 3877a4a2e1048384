import { actions } from "./zh/actions";
import { canvas } from "./zh/canvas";
import { copyfit } from "./zh/copyfit";
import { composition } from "./zh/composition";
import { dialogs } from "./zh/dialogs";
import { epaper } from "./zh/epaper";
import { failures } from "./zh/failures";
import { fitting } from "./zh/fitting";
import { panels } from "./zh/panels";
import { press } from "./zh/press";
import { steps } from "./zh/steps";
import { swatches } from "./zh/swatches";
import { styles } from "./zh/styles";

/** Every sentence of the window in Chinese. */
export const zh = { actions, canvas, composition, copyfit, dialogs, epaper, failures, fitting, panels, press, steps, styles, swatches };
