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

export function marksAtEnd(whole: string): MarksAtEnd {
  const text = whole.slice(-REACH);
  let open = 0;
  let shut = 0;
  for (const [place, pair] of PAIRS.entries()) {
    const [opened, closed] = [text.lastIndexOf(pair[0]!), text.lastIndexOf(pair[1]!)];
    if (opened > closed) open |= 1 << place;
    else if (closed >= 0) shut |= 1 << place;
  }
  return { open, shut };
}

export function marksAtStart(whole: string): MarksAtStart {
  const text = whole.slice(0, REACH);
  let closes = 0;
  let opens = 0;
  for (const [place, pair] of PAIRS.entries()) {
    const [opened, closed] = [text.indexOf(pair[0]!), text.indexOf(pair[1]!)];
    if (closed >= 0 && (opened < 0 || closed < opened)) closes |= 1 << place;
    else if (opened >= 0) opens |= 1 << place;
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
