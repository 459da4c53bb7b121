import sharp from 'sharp';

/** What a customer's phone showed, drawn without words but for a code, so that no font is missing. */
const screen = `<svg xmlns="http://www.w3.org/2000/svg" width="540" height="960">
  <rect width="540" height="960" fill="#f4f6f8"/><rect width="540" height="96" fill="#0f766e"/>
  <circle cx="270" cy="300" r="84" fill="#fde8e8"/>
  <path d="M238 268l64 64m0-64l-64 64" stroke="#c02626" stroke-width="14" stroke-linecap="round"/>
  <text x="270" y="450" font-family="sans-serif" font-size="40" fill="#1f2933" text-anchor="middle">E-2041</text>
  <g fill="#d3dae1"><rect x="90" y="520" width="360" height="22" rx="11"/><rect x="130" y="562" width="280" height="22" rx="11"/>
  <rect x="60" y="660" width="180" height="18" rx="9"/><rect x="330" y="660" width="150" height="18" rx="9"/>
  <rect x="60" y="706" width="140" height="18" rx="9"/><rect x="360" y="706" width="120" height="18" rx="9"/></g>
  <rect x="60" y="820" width="420" height="76" rx="16" fill="#0f766e"/>
</svg>`;

export const drawScreen = (): Promise<Buffer> => sharp(Buffer.from(screen)).png().toBuffer();

/** A page with one line of text, as the smallest PDF that readers open (ISO 32000-1, annex H). */
export function makeReceipt(line: string): Buffer {
  const text = `BT /F 18 Tf 60 780 Td (${line.replace(/[^\x20-\x7e]|[()\\]/g, ' ')}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(`${file}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`, 'latin1');
}
