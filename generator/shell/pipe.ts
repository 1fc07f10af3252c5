/** Ends the program when whoever reads its output has seen enough, as `head` has: that is no fault of anybody. */
export function endWithReader(output: NodeJS.WriteStream = process.stdout): void {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}
