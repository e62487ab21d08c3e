/** Quotation marks and brackets across a break: what is opened before it is closed behind it. */

const PAIRS = ['“”', '《》', '（）', '「」', '『』', '【】', '〈〉'] as const;

/** Nats for a mark that is open at a break and closed behind it, and against one that cannot be what the other side says. */
const CLOSED = 4;
const CLASH = 2;

/** Characters on either side that are looked at. */
const REACH = 200;

/** One bit a pair. */
export interface MarksAtEnd {
  /** Opened and not closed. */
  readonly open: number;
  /** Whatever was opened is closed. */
  readonly shut: number;
}

export interface MarksAtStart {
  /** The first mark closes. */
  readonly closes: number;
  /** The first mark opens. */
  readonly opens: number;
}

/** By UTF-16 unit: the bit of the pair that it opens, that bit `CLOSING` places further up where it closes one, 0 for all other characters. */
const MARKS = new Uint16Array(0x1_0000);
const CLOSING = PAIRS.length;
for (const [place, pair] of PAIRS.entries()) {
  MARKS[pair.charCodeAt(0)] = 1 << place;
  MARKS[pair.charCodeAt(1)] = 1 << (place + CLOSING);
}
const OPENERS = (1 << CLOSING) - 1;

/** The last mark of each pair. */
export function marksAtEnd(text: string): MarksAtEnd {
  let open = 0;
  let shut = 0;
  for (let at = text.length - 1; at >= 0 && at >= text.length - REACH; at--) {
    const mark = MARKS[text.charCodeAt(at)]!;
    if (mark === 0) continue;
    open |= mark & OPENERS & ~shut;
    shut |= (mark >> CLOSING) & ~open;
  }
  return { open, shut };
}

/** The first mark of each pair. */
export function marksAtStart(text: string): MarksAtStart {
  let closes = 0;
  let opens = 0;
  for (let at = 0; at < text.length && at < REACH; at++) {
    const mark = MARKS[text.charCodeAt(at)]!;
    if (mark === 0) continue;
    opens |= mark & OPENERS & ~closes;
    closes |= (mark >> CLOSING) & ~opens;
  }
  return { closes, opens };
}

/** Nats for the one side going on in the other. */
export function marksAgree({ open, shut }: MarksAtEnd, { closes, opens }: MarksAtStart): number {
  return CLOSED * bits(open & closes) - CLASH * (bits(open & opens) + bits(shut & closes));
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
