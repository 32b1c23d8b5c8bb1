/** What a paper is made of, before it becomes bytes: texts, rows of a label and a value, rules, a QR code. */

/** How large letters are: as many times as wide and as high as usual, 1 to 8. */
export type Size = readonly [width: number, height: number];

export type Block =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly size?: Size;
      readonly bold?: boolean;
      /** The printer's small letters: the second language. */
      readonly small?: boolean;
      /** White on black. */
      readonly inverse?: boolean;
      readonly align?: 'left' | 'center';
    }
  /** A label at the left, small the second language below it, and its value, larger, at the right. */
  | { readonly kind: 'row'; readonly label: string; readonly small: string; readonly value: string }
  /** As large as the paper is wide. */
  | { readonly kind: 'huge'; readonly text: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'qr'; readonly text: string };
