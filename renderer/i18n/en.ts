import { actions } from "./en/actions";
import { canvas } from "./en/canvas";
import { copyfit } from "./en/copyfit";
import { composition } from "./en/composition";
import { dialogs } from "./en/dialogs";
import { epaper } from "./en/epaper";
import { failures } from "./en/failures";
import { fitting } from "./en/fitting";
import { panels } from "./en/panels";
import { press } from "./en/press";
import { steps } from "./en/steps";
import { swatches } from "./en/swatches";
import { styles } from "./en/styles";

/** Every sentence of the window in English. */
export const en = { actions, canvas, composition, copyfit, dialogs, epaper, failures, fitting, panels, press, steps, styles, swatches };
