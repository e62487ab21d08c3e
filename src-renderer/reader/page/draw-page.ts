/**
 * Draws a composed page small, on a canvas: the page itself, not a likeness of it.
 * Type too small to be read is drawn as lines of grey. Not for reading.
 */
import type { ComposedPage, PageElement, TextLine, Tone } from '../compose/composed-page';
import { spanWidth } from '../compose/geometry';
import type { Direction } from '../compose/geometry';
import { verticalQuotes } from '../compose/vertical-advances';

export interface MiniatureColours {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly red: string;
  readonly hairline: string;
  readonly rail: string;
  readonly serif: string;
  readonly sans: string;
}

export function coloursOf(element: Element): MiniatureColours {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: read('--paper'),
    ink: read('--ink'),
    ink2: read('--ink-2'),
    ink3: read('--ink-3'),
    red: read('--red'),
    hairline: read('--hairline'),
    rail: read('--rail'),
    serif: read('--serif'),
    sans: read('--sans'),
  };
}

/** Type drawn smaller than this, in device pixels, is only grey. */
const LEAST_TYPE = 2.4;

function colourOf(tone: Tone, colours: MiniatureColours): string {
  return { ink: colours.ink, 'ink-2': colours.ink2, 'ink-3': colours.ink3, red: colours.red, hairline: colours.hairline }[tone];
}

/** `scale` is device pixels for one CSS pixel of the page. */
export function drawPage(
  context: CanvasRenderingContext2D,
  page: ComposedPage,
  paper: string,
  scale: number,
  colours: MiniatureColours,
): void {
  const { geometry } = page;
  // Down and to the left, where lines run so.
  if (geometry.direction === 'vertical') context.setTransform(0, scale, -scale, 0, geometry.height * scale, 0);
  else context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, geometry.width, geometry.height);
  context.textBaseline = 'middle';
  drawHead(context, page, paper, scale, colours);
  for (const rule of page.rules) drawElement(context, rule, geometry.direction, scale, colours);
  for (const module of page.modules)
    for (const part of module.parts) for (const element of part.elements) drawElement(context, element, geometry.direction, scale, colours);
  context.setTransform(1, 0, 0, 1, 0, 0);
}

function drawHead(context: CanvasRenderingContext2D, page: ComposedPage, paper: string, scale: number, colours: MiniatureColours): void {
  const { geometry } = page;
  const width = spanWidth(geometry, geometry.columns);
  const front = page.index === 0;
  const bottom = geometry.top + geometry.lineHeight * (front ? 2.45 : 1.25);
  context.fillStyle = colours.ink;
  context.fillRect(geometry.left, bottom - (front ? 3 : 1), width, Math.max(front ? 3 : 1, 1 / scale));
  if (!front) return;
  const size = geometry.typeSize * (Array.from(paper).length > 8 ? 1.8 : 2.7);
  context.fillStyle = colours.red;
  context.font = `700 ${size}px ${colours.serif}`;
  context.textAlign = 'center';
  const middle = geometry.top + geometry.lineHeight * 1.2;
  if (geometry.direction === 'vertical') {
    const pitch = Math.min(size * 1.18, width / Array.from(paper).length);
    fillDown(context, paper, geometry.left + (width - pitch * Array.from(paper).length) / 2, middle, pitch);
  } else context.fillText(Array.from(paper).join('\u2009'), geometry.left + width / 2, middle, width);
  context.textAlign = 'start';
}

/** Characters upright, one below the other; `x` and `y` along the line and across it, `pitch` from one to the next. */
function fillDown(context: CanvasRenderingContext2D, text: string, x: number, y: number, pitch: number): void {
  context.textAlign = 'center';
  for (const [index, character] of Array.from(verticalQuotes(text)).entries()) {
    context.save();
    context.translate(x + (index + 0.5) * pitch, y);
    context.rotate(-Math.PI / 2);
    context.fillText(character, 0, 0);
    context.restore();
  }
  context.textAlign = 'start';
}

function drawElement(
  context: CanvasRenderingContext2D,
  element: PageElement,
  direction: Direction,
  scale: number,
  colours: MiniatureColours,
): void {
  switch (element.kind) {
    case 'line':
      drawLine(context, element, direction, scale, colours);
      return;
    case 'rule':
      context.fillStyle = colourOf(element.tone, colours);
      context.fillRect(element.x, element.y, Math.max(element.width, 1 / scale), Math.max(element.height, 1 / scale));
      return;
    case 'photo-slot':
      context.fillStyle = colours.rail;
      context.fillRect(element.x, element.y, element.width, element.height);
      context.strokeStyle = colours.hairline;
      context.lineWidth = 1 / scale;
      context.strokeRect(element.x, element.y, element.width, element.height);
      return;
    case 'index-entry':
      context.fillStyle = colours.hairline;
      context.fillRect(element.x, element.y + element.height * 0.4, element.width * 0.8, element.height * 0.25);
      return;
    default:
  }
}

function drawLine(context: CanvasRenderingContext2D, line: TextLine, direction: Direction, scale: number, colours: MiniatureColours): void {
  const middle = line.y + line.height / 2;
  if (line.size * scale < LEAST_TYPE) {
    context.fillStyle = line.role === 'headline' ? colours.ink2 : colours.hairline;
    const height = line.size * 0.45;
    const width = Math.min(line.width, line.text.length * line.size);
    context.fillRect(line.x, middle - height / 2, width, height);
    return;
  }
  context.fillStyle = colourOf(line.tone, colours);
  context.font = `${line.face.weight} ${line.size}px ${line.face.family === 'serif' ? colours.serif : colours.sans}`;
  // Squeezed marks do not show at this size: the line is drawn whole and kept to its width.
  const full = line.role === 'body' && !line.lastOfParagraph;
  context.letterSpacing = '0px';
  if (direction === 'vertical') {
    const count = Array.from(line.text).length;
    const pitch = Math.min(line.size, line.width / count);
    fillDown(context, line.text, line.align === 'end' ? line.x + line.width - pitch * count : line.x, middle, pitch);
  } else if (line.align === 'end') {
    context.textAlign = 'end';
    context.fillText(line.text, line.x + line.width, middle, line.width);
    context.textAlign = 'start';
  } else context.fillText(line.text, line.x, middle, full ? line.width : undefined);
}
