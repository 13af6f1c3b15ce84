/** Takes the text of a file piece by piece; all is found when `end` was called. */
export interface TextReader {
  write(text: string): void;
  end(): void;
}
