/** The scheme under which the window's files, fonts and pictures are served. */
export const APP_SCHEME = "app";
/** The origin of the window. */
export const APP_ORIGIN = "app://broadsheet";
/** The channel that host calls travel on. */
export const HOST_CHANNEL = "broadsheet:host";
