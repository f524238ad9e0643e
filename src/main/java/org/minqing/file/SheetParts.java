package org.minqing.file;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of an unpacked workbook, of which four kinds are read: the list of sheets, where they lie, texts, and one sheet. */
final class SheetParts {

    /** Columns behind these are not looked at. */
    private static final int MOST_COLUMNS = 50;

    private static final int LONGEST_CELL = 500;

    private final Map<String, byte[]> parts;

    /** @param parts by their names in small letters */
    SheetParts(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    List<SheetReader.Row> firstSheet(int most) throws XMLStreamException {
        var texts = texts();
        var rows = new ArrayList<SheetReader.Row>();
        var xml = reader(part(addressOfFirst()));
        int number = 0;
        while (next(xml)) {
            if (xml.getLocalName().equals("row")) {
                var written = xml.getAttributeValue(null, "r");
                number = written == null ? number + 1 : Integer.parseInt(written);
                var cells = row(xml, texts);
                if (!cells.isEmpty()) {
                    if (rows.size() == most) {
                        throw new UnreadableSheet("表格超过 " + most + " 行", "has more than " + most + " rows");
                    }
                    rows.add(new SheetReader.Row(number, cells));
                }
            }
        }
        return rows;
    }

    /** Empty if nothing is written in it. */
    private static List<String> row(XMLStreamReader xml, List<String> texts) throws XMLStreamException {
        var cells = new TreeMap<Integer, String>();
        int column = -1;
        while (within(xml, "row")) {
            if (xml.getLocalName().equals("c")) {
                var address = xml.getAttributeValue(null, "r");
                column = address == null ? column + 1 : column(address);
                var text = cell(xml, address, texts);
                if (column < MOST_COLUMNS && !text.isEmpty()) {
                    cells.put(column, text);
                }
            }
        }
        var row = new ArrayList<String>();
        cells.forEach((at, text) -> {
            while (row.size() < at) {
                row.add("");
            }
            row.add(text);
        });
        return row;
    }

    private static String cell(XMLStreamReader xml, String address, List<String> texts) throws XMLStreamException {
        var type = xml.getAttributeValue(null, "t");
        var text = "";
        while (within(xml, "c")) {
            switch (xml.getLocalName()) {
                case "f" ->
                    throw new UnreadableSheet("单元格 " + address + " 是公式，请改成文字", "has a formula in the cell " + address);
                case "v" -> {
                    var value = xml.getElementText().strip();
                    text = "s".equals(type)
                            ? texts.get(Integer.parseInt(value))
                            : type == null || "n".equals(type) ? number(value) : value;
                }
                case "is" -> text = text(xml, "is");
                default -> {}
            }
        }
        if (text.length() > LONGEST_CELL) {
            throw new UnreadableSheet(
                    "单元格 " + address + " 超过 " + LONGEST_CELL + " 个字",
                    "has more than " + LONGEST_CELL + " characters in the cell " + address);
        }
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Whoever types an id of digits gets a number, and meant the digits. */
    private static String number(String value) {
        var number = value.isEmpty() ? null : new BigDecimal(value);
        return number == null || number.scale() > 50 || number.precision() - number.scale() > 50
                ? value
                : number.stripTrailingZeros().toPlainString();
    }

    /** All texts of the workbook, which cells name by their place. */
    private List<String> texts() throws XMLStreamException {
        var texts = new ArrayList<String>();
        var part = parts.get("xl/sharedstrings.xml");
        if (part != null) {
            var xml = reader(part);
            while (next(xml)) {
                if (xml.getLocalName().equals("si")) {
                    texts.add(text(xml, "si"));
                }
            }
        }
        return texts;
    }

    /** Pieces of text in several hands are one text; how to pronounce it is none. */
    private static String text(XMLStreamReader xml, String end) throws XMLStreamException {
        var text = new StringBuilder();
        while (within(xml, end)) {
            if (xml.getLocalName().equals("rPh")) {
                while (within(xml, "rPh")) {
                    continue;
                }
            } else if (xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            }
        }
        return text.toString();
    }

    private String addressOfFirst() throws XMLStreamException {
        var sheet = attribute(reader(part("xl/workbook.xml")), "sheet", null, null, "id");
        var target = attribute(reader(part("xl/_rels/workbook.xml.rels")), "Relationship", "Id", sheet, "Target");
        return (target.startsWith("/") ? target.substring(1) : "xl/" + target).toLowerCase(Locale.ROOT);
    }

    /** An attribute, whatever its namespace, of the first such element, or of the one that has {@code key}. */
    private static String attribute(XMLStreamReader xml, String element, String by, String key, String wanted)
            throws XMLStreamException {
        while (next(xml)) {
            if (xml.getLocalName().equals(element) && (by == null || key.equals(xml.getAttributeValue(null, by)))) {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    if (xml.getAttributeLocalName(i).equals(wanted)) {
                        return xml.getAttributeValue(i);
                    }
                }
            }
        }
        throw new IllegalArgumentException("No " + wanted + " of " + element);
    }

    private byte[] part(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("No part " + name);
        }
        return part;
    }

    /** The letters of an address such as {@code AB12} as a number from 0; one that nobody has is behind all that is looked at. */
    private static int column(String address) {
        int column = 0;
        int letters = 0;
        while (letters < address.length() && Character.isLetter(address.charAt(letters))) {
            column = column * 26 + (Character.toUpperCase(address.charAt(letters)) - 'A' + 1);
            if (++letters > 3) {
                return MOST_COLUMNS;
            }
        }
        return column - 1;
    }

    /** Goes to the beginning of the next element; false at the end. */
    private static boolean next(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** The same; false where the element of that name ends. */
    private static boolean within(XMLStreamReader xml, String element) throws XMLStreamException {
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(element)) {
                return false;
            }
        }
        return false;
    }

    /** Without a document type, so that no entity is there to be opened out or fetched. */
    private static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }
}
