import { createRoot } from "react-dom/client";
import { App } from "./App";
import { prepareInterfaceFonts } from "./window/interfaceFonts";
import { startWindow } from "./window/startWindow";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/menus.css";
import "./theme/fields.css";
import "./theme/panels.css";
import "./theme/dialogs.css";

const { context, translator, fonts, start } = startWindow(window);
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
const started = start();
await prepareInterfaceFonts(window);
createRoot(root).render(<App context={context} translator={translator} fonts={fonts} />);
await started;
