import { Component, type ReactNode } from "react";
import type { TFunction } from "i18next";
import { Translation } from "react-i18next";
import type { ActionContext } from "../editor/action";
import { WindowContext } from "../window/windowContext";

interface CrashState {
  readonly error: Error | null;
  readonly savedPath: string | null;
}

/** Shows an error of our own in place of the window, and offers to save a copy: the document is whole, the view is not. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, CrashState> {
  static override contextType = WindowContext;
  // React gives the context to a class by this field, and its type cannot be inferred.
  declare context: ActionContext | null;
  override state: CrashState = { error: null, savedPath: null };

  static getDerivedStateFromError(error: unknown): Pick<CrashState, "error"> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <Translation>{(t) => this.apology(t, error)}</Translation>;
  }

  private async save(): Promise<void> {
    this.setState({ savedPath: (await this.context?.files.saveCopy()) ?? null });
  }

  private apology(t: TFunction, error: Error): ReactNode {
    const { context } = this;
    const canSave = context !== null && context.window.getState().editor !== null;
    return (
      <main className="start-page" role="alert">
        <h1>{t("panels.app.failed")}</h1>
        <p className="muted">{t("panels.app.failedHint")}</p>
        <pre className="crash-words">{error.message}</pre>
        {this.state.savedPath === null ? null : <p>{t("dialogs.notices.saved", { path: this.state.savedPath })}</p>}
        <div className="start-buttons">
          {canSave ? (
            <button type="button" className="button primary" onClick={() => void this.save()}>
              {t("panels.app.saveCopy")}
            </button>
          ) : null}
          <button type="button" className="button" onClick={() => location.reload()}>
            {t("panels.app.reload")}
          </button>
        </div>
      </main>
    );
  }
}
