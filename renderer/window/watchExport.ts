import type { Host } from "../../shared/platform/host";
import { errorSentence } from "./sentence";
import type { WindowStore } from "./windowStore";

/** Often enough that a page a second is seen, seldom enough to cost nothing. */
const ASKED_EVERY_MS = 200;

/** Shows how far an issue's export is, and a way to end it, until the function it answers is called. */
export function watchExport(host: Host, window: WindowStore, issueId: string): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const ask = async (): Promise<void> => {
    // A question that fails is asked again: the export itself says what went wrong.
    const progress = await host.exportProgress(issueId).catch(() => null);
    if (isOver) return;
    if (progress !== null) window.setState({ progress });
    timer = setTimeout(() => void ask(), ASKED_EVERY_MS);
  };
  window.setState({ progress: null, cancel: () => void host.cancelExport(issueId).catch((error: unknown) => window.notify("error", errorSentence(error))) });
  void ask();
  return () => {
    isOver = true;
    if (timer !== null) clearTimeout(timer);
    window.setState({ progress: null, cancel: null });
  };
}
