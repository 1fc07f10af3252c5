/** Ends the program without an error when the reader of its output closes the pipe, as `head` does. */
export function endWithReader(output: NodeJS.WriteStream = process.stdout): void {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}
