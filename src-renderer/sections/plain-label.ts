/** A section's or column's label without the ornaments printed around it. For showing only: what is searched or compared is the label itself. */
const ornaments = /^[\s■□◆◇●○◎▲△▼▽★☆►▶▸◀◄※·•]+|[\s■□◆◇●○◎▲△▼▽★☆►▶▸◀◄※·•]+$/gu;

const pairs: ReadonlyMap<string, string> = new Map([
  ['【', '】'],
  ['〖', '〗'],
  ['［', '］'],
  ['[', ']'],
]);

/** A label of ornaments alone stays as it is. */
export function plainLabel(label: string): string {
  const bare = label.replace(ornaments, '');
  const close = pairs.get(bare.slice(0, 1));
  const inner = bare.slice(1, -1);
  const whole = close !== undefined && bare.endsWith(close) && !inner.includes(close);
  return (whole ? inner.replace(ornaments, '') : bare) || label;
}
