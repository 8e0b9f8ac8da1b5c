// Writes a document as a Word file (.docx). It is loaded only when a reader asks for such a file.
//
// `word.py` writes the same from the same data, outside the browser.
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

/**
 * The data of a document, from `record/word_data.py`.
 * @typedef {{ text: string, strong?: boolean, href?: string }} Run
 * @typedef {{ line: Run[], ticked?: boolean, typed?: string[][], items?: Item[] }} Item
 * @typedef {{ line: Run[] } | { items: Item[] } | { typed: string[][] } | { table: Run[][][] }} Block
 * @typedef {{ heading: string, level: number, blocks: Block[] }} Section
 * @typedef {{ title: string, blocks: Block[], sections: Section[] }} DocumentData
 */

const LANGUAGE = { value: "en-GB" };
const FONT = "Calibri";
const LINK_COLOUR = "0563C1";

/** Word refuses a file with one of these in the address of a link. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: addresses may have any
const NOT_IN_AN_ADDRESS = /[\x00- "<>\\^`{|}\x7f]/g;

/** In twentieths of a point: the columns of a table on A4. */
const COLUMNS = [2268, 6804];

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

/** The sizes of headings, in half points. */
const SIZES = { heading1: 32, heading2: 26, heading3: 23, heading4: 22, heading5: 22, heading6: 22 };

/**
 * @param {DocumentData} data
 * @returns {Promise<Blob>} the file
 */
export async function writeWord({ title, blocks, sections }) {
  const children = [
    heading(title, 1),
    ...blocks.flatMap(written),
    ...sections.flatMap((section) => [heading(section.heading, section.level), ...section.blocks.flatMap(written)]),
  ];
  const headings = Object.entries(SIZES).map(([name, size]) => [
    name,
    { run: { font: FONT, size, bold: true, color: "1F3763" }, paragraph: { spacing: { before: 240, after: 80 } } },
  ]);
  const file = new Document({
    title,
    creator: "Fingerpost",
    lastModifiedBy: "Fingerpost",
    styles: {
      default: {
        document: { run: { font: FONT, size: 22, language: LANGUAGE }, paragraph: { spacing: { after: 120 } } },
        ...Object.fromEntries(headings),
      },
      paragraphStyles: [
        { id: "Quote", name: "Quote", basedOn: "Normal", run: { italics: true }, paragraph: { indent: { left: 567 } } },
      ],
    },
    sections: [{ children }],
  });
  return Packer.toBlob(file);
}

/** @param {string} text @param {number} level */
const heading = (text, level) => new Paragraph({ heading: HEADINGS[level - 1], children: [new TextRun(text)] });

/**
 * @param {Block} block
 * @returns {(Paragraph | Table)[]}
 */
function written(block) {
  if ("line" in block) return [new Paragraph({ children: line(block.line) })];
  if ("typed" in block) return typed(block.typed);
  if ("table" in block) return table(block.table);
  return items(block.items, 0);
}

/**
 * @param {Item[]} list
 * @param {number} level
 * @returns {Paragraph[]}
 */
const items = (list, level) =>
  list.flatMap((item) => [
    new Paragraph({ bullet: { level }, children: [...box(item), ...line(item.line)] }),
    ...items(item.items ?? [], level + 1),
    ...typed(item.typed ?? []),
  ]);

/** @param {Item} item */
const box = ({ ticked }) => (ticked === undefined ? [] : [new TextRun(ticked ? "☑ " : "☐ ")]);

/** @param {string[][]} paragraphs */
const typed = (paragraphs) =>
  paragraphs.map(
    (lines) =>
      new Paragraph({
        style: "Quote",
        children: lines.map((text, number) => new TextRun({ text, break: number > 0 ? 1 : 0 })),
      }),
  );

/** @param {Run[][][]} rows */
const table = (rows) => [
  new Table({
    width: { size: 9072, type: WidthType.DXA },
    columnWidths: COLUMNS,
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (runs, column) =>
              new TableCell({
                width: { size: COLUMNS[column] ?? 0, type: WidthType.DXA },
                margins: { left: 100, right: 100 },
                children: [new Paragraph({ children: line(runs, column === 0) })],
              }),
          ),
        }),
    ),
  }),
  // Word joins two tables that nothing stands between, and cells have no space below them.
  new Paragraph({}),
];

/**
 * @param {Run[]} runs
 * @param {boolean} [bold] whether all of it is
 */
const line = (runs, bold = false) =>
  runs.map(({ text, strong, href }) => {
    if (href === undefined) return new TextRun({ text, bold: strong || bold });
    const link = href.replace(
      NOT_IN_AN_ADDRESS,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    );
    const shown = new TextRun({ text, bold: strong || bold, color: LINK_COLOUR, underline: {} });
    return new ExternalHyperlink({ link, children: [shown] });
  });
