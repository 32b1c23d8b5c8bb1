/** Answers of `/api/v1/media`: the pictures and videos of the boards. */

export interface MediaListed {
  readonly name: string;
  readonly kind: 'picture' | 'video';
  /** Bytes. */
  readonly size: number;
  /** Pixels of a picture; null where its head does not say. */
  readonly width: number | null;
  readonly height: number | null;
  /** Milliseconds of a video; null where its head does not say. */
  readonly duration: number | null;
  /** The office file shows it on some board. */
  readonly used: boolean;
  /** Where it is read. */
  readonly src: string;
}

export interface MediaAnswer {
  readonly files: readonly MediaListed[];
  /** Bytes: of all files together, and the most of one file and of all. */
  readonly size: number;
  readonly mostOfOne: number;
  readonly mostOfAll: number;
}
