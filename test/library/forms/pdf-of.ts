/** Makes PDF files for tests: text set where it is told, in a font that is not in the file, as Chinese newspapers' files have it. */

export interface SetText {
  /** Points from the page's lower left corner. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly text: string;
}

interface PdfOptions {
  /** Further objects, numbered from 8, and what the trailer says of them. */
  readonly extra?: readonly string[];
  readonly trailer?: string;
  readonly drawing?: string;
  /** Set up the page, which is then shown turned clockwise: it looks as if it were not turned. */
  readonly turned?: boolean;
}

/** One page of 595 by 842 points. */
export function pdfOf(
  texts: readonly SetText[],
  { extra = [], trailer = '', drawing = '', turned = false }: PdfOptions = {},
): Uint8Array<ArrayBuffer> {
  const shown = texts
    .map(
      ({ x, y, size = 10, text }) =>
        `BT /F1 ${size} Tf ${turned ? `0 1 -1 0 ${842 - y} ${x}` : `1 0 0 1 ${x} ${y}`} Tm <${hexOf(text)}> Tj ET`,
    )
    .join('\n');
  const content = `${drawing}\n${shown}`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${turned ? '/Rotate 90' : ''}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 800/StemV 80>>',
    ...extra,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** Encrypted by a password nobody here knows (PDF 32000-1 §7.6.3, revision 2). */
export function lockedPdf(): Uint8Array<ArrayBuffer> {
  const hash = '00112233445566778899AABBCCDDEEFF'.repeat(2);
  return pdfOf([{ x: 50, y: 700, text: '机密' }], {
    extra: [`<</Filter/Standard/V 1/R 2/O<${hash}>/U<${hash}>/P -4>>`],
    trailer: '/Encrypt 8 0 R/ID[<00><00>]',
  });
}

function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
