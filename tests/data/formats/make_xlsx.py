#!/usr/bin/env python3
"""Makes the workbooks of tests/data/formats/xlsx, part by part, so that they hold what no library would write."""
import pathlib
import zipfile

HERE = pathlib.Path(__file__).parent / "xlsx"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f"""<styleSheet {MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>
<numFmt numFmtId="165" formatCode="0.00 &quot;days&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>"""
STRINGS = f"""<sst {MAIN}><si><t>Source</t></si><si><r><t>Tar</t></r><r><t>get</t></r><rPh><t>x</t></rPh></si></sst>"""


def package(path, sheets, date1904="0", workbook=None, strings=STRINGS, extra=()):
    names = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="rId{i}"/>' for i, (n, _) in enumerate(sheets, 1))
    rels = "".join(f'<Relationship Id="rId{i}" Type="{REL}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                   for i in range(1, len(sheets) + 1))
    with zipfile.ZipFile(HERE / path, "w", zipfile.ZIP_DEFLATED) as archive:
        def add(name, text):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
        add("xl/workbook.xml", workbook or f'<workbook {MAIN} xmlns:r="{REL}"><workbookPr date1904="{date1904}"/>'
                                           f"<sheets>{names}</sheets></workbook>")
        add("xl/_rels/workbook.xml.rels", f"<Relationships>{rels}"
            f'<Relationship Id="s" Type="{REL}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
            f'<Relationship Id="t" Type="{REL}/styles" Target="styles.xml"/></Relationships>')
        add("xl/sharedStrings.xml", strings)
        add("xl/styles.xml", STYLES)
        for i, (_, rows) in enumerate(sheets, 1):
            add(f"xl/worksheets/sheet{i}.xml", f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>")
        for name, text in extra:
            add(name, text)


def inline(ref, text):
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


HEAD = ('<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>' + inline("C2", "Signed") +
        inline("D2", "Amount") + inline("E2", "Currency") + inline("F2", "Rating") + inline("G2", "Announced") + "</row>")
DEALS = (HEAD + '<row r="4">' + inline("A4", "Acme") + inline("B4", "Globex") +
         '<c r="C4" s="1"><v>45958</v></c><c r="D4"><v>1.234</v></c>' + inline("E4", "EUR") +
         '<c r="F4" s="2"><v>0.30000000000000004</v></c><c r="G4" s="3"><v>45958.5</v></c></row>'
         '<row r="5">' + inline("A5", "Acme") +
         '<c r="B5" t="str"><f>UPPER("initech")</f><v>INITECH</v></c><c r="D5" t="e"><v>#N/A</v></c>'
         '<c r="G5" t="b"><v>1</v></c></row><row r="6">' + inline("A6", "Alone") + "</row>")
FIRMS = ('<row r="1">' + inline("A1", "Firm") + inline("B1", "Kind") + inline("C1", "Country") + "</row><row>" +
         inline("A2", "Globex") + inline("B2", "Company") + inline("C2", "NL") + "</row>")
NOTES = '<row r="1">' + inline("A1", "colour") + "</row><row>" + inline("A2", "red") + "</row>"

for folder in ("good", "broken"):
    (HERE / folder).mkdir(parents=True, exist_ok=True)
package("good/deals.xlsx", [("Deals", DEALS), ("Notes", NOTES), ("Firms", FIRMS)],
        extra=[("../../../../tmp/evil.txt", "never written")])
package("good/calendar-1904.xlsx", [("Deals", DEALS)], date1904="1")
package("broken/entities.xlsx", [("Deals", DEALS)],
        strings='<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
                f"<sst {MAIN}><si><t>&b;</t></si></sst>")
package("broken/external.xlsx", [("Deals", DEALS)],
        strings=f'<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst {MAIN}><si><t>&x;</t></si></sst>')
package("broken/columns.xlsx", [("Notes", NOTES)])
package("broken/bad-xml.xlsx", [("Deals", "<row><c>")])
package("broken/too-deep.xlsx", [("Deals", "<row>" * 20000)])
package("broken/deep-strings.xlsx", [("Deals", DEALS)], strings=f"<sst {MAIN}><si>" + "<r>" * 300000)
package("broken/deep-inline.xlsx", [("Deals", '<row><c t="inlineStr"><is>' + "<r>" * 300000)])
(HERE / "broken/cut.xlsx").write_bytes((HERE / "good/deals.xlsx").read_bytes()[:900])
(HERE / "broken/old.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
(HERE / "broken/page.xlsx").write_bytes(b"<!DOCTYPE html><html></html>")
(HERE / "broken/empty.xlsx").write_bytes(b"")
