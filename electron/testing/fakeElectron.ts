import { EventEmitter } from "node:events";

type Handler = (event: unknown, ...args: unknown[]) => unknown;

/** What a stand-in for the `electron` module was told to do; one a test file, since modules are loaded once. */
export interface FakeElectron {
  /** The module itself, for `vi.mock("electron", …)`. */
  readonly module: Record<string, unknown>;
  readonly handlers: Map<string, Handler>;
  readonly exposed: Record<string, unknown>;
  readonly windows: FakeWindow[];
  readonly schemes: { scheme: string; privileges: Record<string, boolean> }[];
  readonly protocols: Map<string, (request: Request) => Promise<Response>>;
  readonly session: { permissionRequest?: (...args: unknown[]) => void; permissionCheck?: () => boolean };
  readonly menus: unknown[];
  readonly shown: string[];
  readonly utilities: FakeUtility[];
  readonly dialogs: { open: unknown; save: unknown; /** The button that a message box answers with. */ message: number; asked: unknown[] };
  /** Calls a handler as a frame would; arguments and answer are copied as IPC copies them. */
  invoke(channel: string, event: unknown, ...args: unknown[]): Promise<unknown>;
}

/** A window that only remembers. */
export class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), {
    openHandler: (): unknown => undefined,
    setWindowOpenHandler(handler: () => unknown) {
      this.openHandler = handler;
    },
  });
  loaded = "";

  constructor(readonly options: { readonly webPreferences: Record<string, unknown> }) {
    super();
  }

  loadURL(url: string): Promise<void> {
    this.loaded = url;
    return Promise.resolve();
  }
  show(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
}

/** A utility process that only remembers. */
export class FakeUtility extends EventEmitter {
  readonly stderr = new EventEmitter();
  readonly posted: unknown[] = [];
  killed = false;
  pid: number | undefined = undefined;

  constructor(readonly program: string) {
    super();
  }
  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  kill(): boolean {
    this.killed = true;
    return true;
  }
}

/** A stand-in for Electron: the real module fetches its runtime as soon as plain Node imports it. */
export function fakeElectron(): FakeElectron {
  const handlers = new Map<string, Handler>();
  const windows: FakeWindow[] = [];
  const exposed: Record<string, unknown> = {};
  const schemes: FakeElectron["schemes"] = [];
  const protocols: FakeElectron["protocols"] = new Map();
  const session: FakeElectron["session"] = {};
  const menus: unknown[] = [];
  const shown: string[] = [];
  const utilities: FakeUtility[] = [];
  const dialogs: FakeElectron["dialogs"] = { open: { canceled: true, filePaths: [] }, save: { canceled: true, filePath: "" }, message: 0, asked: [] };
  const ourFrame = { senderFrame: { parent: null, origin: "app://broadsheet" } };

  const invoke: FakeElectron["invoke"] = async (channel, event, ...args) => {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler(event, ...structuredClone(args)));
  };

  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    getVersion: () => "0.0.0-test",
    requestSingleInstanceLock: () => true,
    whenReady: () => Promise.resolve(),
    quit: () => undefined,
    exit: () => undefined,
  });
  class BrowserWindow extends FakeWindow {
    constructor(options: ConstructorParameters<typeof FakeWindow>[0]) {
      super(options);
      windows.push(this);
    }
  }
  const module = {
    app,
    BrowserWindow,
    ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    ipcRenderer: { invoke: (channel: string, ...args: unknown[]) => invoke(channel, ourFrame, ...args) },
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => {
        exposed[name] = api;
      },
    },
    protocol: {
      registerSchemesAsPrivileged: (list: FakeElectron["schemes"]) => void schemes.push(...list),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void protocols.set(scheme, handler),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: (...args: unknown[]) => void) => void (session.permissionRequest = handler),
        setPermissionCheckHandler: (handler: () => boolean) => void (session.permissionCheck = handler),
      },
    },
    Menu: {
      setApplicationMenu: (menu: unknown) => void menus.push(menu),
      buildFromTemplate: (template: unknown) => template,
    },
    shell: { showItemInFolder: (path: string) => void shown.push(path) },
    dialog: {
      showOpenDialog: async (_window: unknown, options: unknown) => {
        dialogs.asked.push(options);
        return dialogs.open;
      },
      showSaveDialog: async (_window: unknown, options: unknown) => {
        dialogs.asked.push(options);
        return dialogs.save;
      },
      showMessageBoxSync: (_window: unknown, options: unknown) => {
        dialogs.asked.push(options);
        return dialogs.message;
      },
    },
    utilityProcess: {
      fork: (program: string) => {
        const utility = new FakeUtility(program);
        utilities.push(utility);
        return utility;
      },
    },
  };
  return { module, handlers, exposed, windows, schemes, protocols, session, menus, shown, utilities, dialogs, invoke };
}
