/** Hairlines between the modules of a page: none doubles a box's or a group's own edge, and each stops short of crossings. */
import type { PageRule } from './composed-page';
import { columnLeft, lineTop } from './geometry';
import type { PageGeometry } from './geometry';
import { MODULE_GAP } from './lay-page';
import type { Slot } from './page-cost';

/** `top` is the page line on which modules begin. */
export function rulesBetween(slots: readonly Slot[], top: number, geometry: PageGeometry): readonly PageRule[] {
  return [...rulesAbove(slots, top, geometry), ...rulesBeside(slots, top, geometry)];
}

function hasOwnEdge({ piece }: Slot): boolean {
  return (
    piece.kind === 'column' || piece.kind === 'index' || ((piece.kind === 'briefs' || piece.kind === 'unplaced') && piece.cameFrom === null)
  );
}

/** One rule over neighbouring modules that begin on the same line. */
function rulesAbove(slots: readonly Slot[], top: number, geometry: PageGeometry): readonly PageRule[] {
  const rules: PageRule[] = [];
  const below = slots
    .filter((slot) => slot.line > 0 && !hasOwnEdge(slot))
    .sort((one, other) => one.line - other.line || one.column - other.column);
  for (const slot of below)
    for (let column = slot.column; column < slot.column + slot.span; column += 1) {
      if (standsUnderBox(slots, slot.line, column)) continue;
      const x = columnLeft(geometry, column);
      const y = lineTop(geometry, top + slot.line) - Math.round(geometry.lineHeight * (MODULE_GAP / 2));
      const width = geometry.columnWidth;
      const last = rules.at(-1);
      if (last && last.y === y && last.x + last.width + geometry.gutter === x)
        rules[rules.length - 1] = { ...last, width: x + width - last.x };
      else rules.push({ kind: 'rule', x, y, width, height: 1, tone: 'hairline' });
    }
  return rules;
}

function standsUnderBox(slots: readonly Slot[], line: number, column: number): boolean {
  return slots.some(
    (other) =>
      other.piece.kind === 'column' &&
      other.line + other.height + MODULE_GAP === line &&
      other.column <= column &&
      column < other.column + other.span,
  );
}

function rulesBeside(slots: readonly Slot[], top: number, geometry: PageGeometry): readonly PageRule[] {
  const rules: PageRule[] = [];
  for (const slot of slots) {
    if (slot.column === 0 || slot.piece.kind === 'column') continue;
    const besideBox = slots.some(
      (other) =>
        other.piece.kind === 'column' &&
        other.column + other.span === slot.column &&
        other.line < slot.line + slot.height &&
        slot.line < other.line + other.height,
    );
    if (besideBox) continue;
    rules.push({
      kind: 'rule',
      x: Math.round(columnLeft(geometry, slot.column) - geometry.gutter / 2),
      y: lineTop(geometry, top + slot.line),
      width: 1,
      height: slot.height * geometry.lineHeight,
      tone: 'hairline',
    });
  }
  return rules;
}
