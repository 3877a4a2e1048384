/** The last part of a path, whichever way its system separates. */
export function nameOfPath(path: string): string {
  const parts = path.split(/[/\\]/u).filter((part) => part !== "");
  return parts.at(-1) ?? path;
}

/** The folder a path is in, or the path itself at the top. */
export function folderOfPath(path: string): string {
  const trimmed = path.replace(/[/\\]+$/u, "");
  const end = Math.max(trimmed.lastIndexOf("/"), trimmed.lastIndexOf("\\"));
  if (end < 0) return path;
  // "/x" and "C:\x" keep their separator: "" and "C:" would be other places.
  return end === 0 || trimmed[end - 1] === ":" ? trimmed.slice(0, end + 1) : trimmed.slice(0, end);
}

/** The path of a name in a folder, joined as the folder's system does. */
export function joinPath(folder: string, name: string): string {
  if (/[/\\]$/u.test(folder)) return folder + name;
  const separator = folder.includes("\\") && !folder.includes("/") ? "\\" : "/";
  return folder + separator + name;
}

/** Whether a name may be a file or a folder on every system the editor runs on. */
export function isFileName(name: string): boolean {
  if (name.length === 0 || name.length > 200 || /[. ]$/u.test(name)) return false;
  // eslint-disable-next-line no-control-regex -- control characters are what is kept out
  if (/[/\\:*?"<>|\u0000-\u001f]/u.test(name)) return false;
  return !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(name);
}

/** A file name with its ending, added where it is not there. */
export function withExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`;
}
