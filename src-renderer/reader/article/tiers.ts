/** How vertical lines fall into tiers and spreads, right to left. Pure. Not for the lines themselves. */

export interface TierRules {
  readonly width: number;
  readonly height: number;
  readonly typeSize: number;
  /** Distance from line to line, in pixels. */
  readonly pitch: number;
  /** Width the heading takes from the first spread. */
  readonly headingWidth: number;
}

export interface Tiers {
  readonly tiers: number;
  /** Characters in a line. */
  readonly characters: number;
  readonly gap: number;
  readonly firstLines: number;
  readonly lines: number;
}

const TWO_TIERS_FROM = 34;
const GAP = 36;

export function tiersFor(rules: TierRules): Tiers {
  const all = Math.floor(rules.height / rules.typeSize);
  const tiers = all >= TWO_TIERS_FROM ? 2 : 1;
  const characters = Math.max(8, Math.floor((rules.height - (tiers - 1) * GAP) / tiers / rules.typeSize));
  const lines = Math.max(1, Math.floor(rules.width / rules.pitch));
  const firstLines = Math.max(1, Math.floor((rules.width - rules.headingWidth) / rules.pitch));
  return { tiers, characters, gap: GAP, firstLines, lines };
}

/** Lines of each tier of each spread; the last spread's tiers are balanced. */
export function spreadsOf<Line>(lines: readonly Line[], tiers: Tiers): readonly (readonly (readonly Line[])[])[] {
  const spreads: (readonly Line[])[][] = [];
  let at = 0;
  while (at < lines.length || spreads.length === 0) {
    const room = spreads.length === 0 ? tiers.firstLines : tiers.lines;
    const left = lines.length - at;
    const own = Math.min(room, Math.max(1, Math.ceil(left / tiers.tiers)));
    const spread: (readonly Line[])[] = [];
    for (let tier = 0; tier < tiers.tiers; tier += 1) {
      spread.push(lines.slice(at, at + own));
      at += own;
    }
    spreads.push(spread);
  }
  return spreads;
}
