/** Bundles the command line, its commands and its workers into a folder. */
export function bundleNode(outdir: string): Promise<void>;
