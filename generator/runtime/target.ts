// Where a download is written: a file, a pipe or a device.
import { randomBytes } from "node:crypto";
import { type FileHandle, constants, open, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import type { Stats } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** The target of a download. */
export interface SaveTarget {
  /** Appends the bytes. */
  write(bytes: Uint8Array): Promise<void>;
  /** Forgets what was written; false where it has gone to somebody who reads it, such as a pipe. */
  restart(): Promise<boolean>;
  /** Everything is written: the file gets its name. */
  finish(): Promise<void>;
  /** Leaves everything as it was. */
  abandon(): Promise<void>;
}

/** Opens `path` for writing. Rejects with the error of the file system. */
export async function openTarget(path: string): Promise<SaveTarget> {
  const found = await find(path);
  const name = await linked(path);
  // What was written through a descriptor of the process must stay there, a file included.
  if ((found && !found.isFile()) || /^\/(dev|proc)\//.test(name)) return openStream(path);
  return openPart(name, found);
}

async function find(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** The name that a link stands for, also of a file that is yet to be made; a name of the system's own as it is. */
async function linked(path: string): Promise<string> {
  let name = path;
  for (;;) {
    if (/^\/(dev|proc)\//.test(name)) return name;
    const link = await readlink(name).catch(() => undefined);
    if (link === undefined) return name;
    name = resolve(await realpath(dirname(name)), link);
  }
}

/** Writes all bytes from `position` on, or at the end. The system may take fewer at a time. */
async function write(file: FileHandle, bytes: Uint8Array, position?: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const at = position === undefined ? null : position + done;
    done += (await file.write(bytes, done, bytes.length - done, at)).bytesWritten;
  }
}

/** A pipe, a terminal or a device: what is written cannot be taken back. */
async function openStream(path: string): Promise<SaveTarget> {
  const file = await open(path, constants.O_WRONLY | constants.O_APPEND);
  let written = false;
  return {
    async write(bytes) {
      written = true;
      await write(file, bytes);
    },
    restart: () => Promise.resolve(!written),
    finish: () => file.close(),
    abandon: () => file.close(),
  };
}

/** A name beside `path` for what is not complete: no longer than the file's own, which may be as long as a name can be. */
function partName(path: string): string {
  const length = Math.min(Math.max(Buffer.byteLength(basename(path)), 8), 24);
  return join(
    dirname(path),
    `.${randomBytes(12)
      .toString("hex")
      .slice(0, length - 2)}~`,
  );
}

/** A regular file, written under another name until it is complete, so that `path` never holds half a file. */
async function openPart(path: string, old: Stats | undefined): Promise<SaveTarget> {
  const part = partName(path);
  const file = await open(part, "wx", old && old.mode & 0o777);
  let position = 0;
  return {
    async write(bytes) {
      await write(file, bytes, position);
      position += bytes.length;
    },
    async restart() {
      position = 0;
      await file.truncate(0);
      return true;
    },
    async finish() {
      try {
        if (old) await keep(file, old);
      } finally {
        await file.close();
      }
      await rename(part, path);
    },
    async abandon() {
      await file.close().catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}

/** Gives the file the owner and the mode of the one that it replaces. */
async function keep(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  // Only an administrator may change the owner of a file.
  await file.chown(uid, gid).catch(() => undefined);
  await file.chmod(mode & 0o7777);
}
