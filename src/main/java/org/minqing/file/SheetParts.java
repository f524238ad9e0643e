package org.minqing.file;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of an unpacked workbook, of which four kinds are read: the list of sheets, where they lie, texts, and one sheet. */
final class SheetParts {

    private static final String TEXTS = "xl/sharedstrings.xml";

    /** Columns behind these are not looked at. */
    private static final int MOST_COLUMNS = 50;

    private static final int LONGEST_CELL = 500;

    /** No cell of a spreadsheet holds as much. */
    private static final int LONGEST_TEXT = 100_000;

    /** Each row of as many as may be has so many cells of its own, on average. */
    private static final int TEXTS_A_ROW = 10;

    private static final int FEW_TEXTS = 50_000;

    private final Map<String, Supplier<InputStream>> parts;

    /** @param parts by their names in small letters */
    SheetParts(Map<String, Supplier<InputStream>> parts) {
        this.parts = parts;
    }

    private interface Reading<T> {
        T read(XMLStreamReader xml) throws XMLStreamException;
    }

    private <T> T read(String name, Reading<T> reading) throws XMLStreamException {
        var part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("No part " + name);
        }
        try (var in = part.get()) {
            return reading.read(reader(in));
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
    }

    /** Hands on one row after the other, as soon as it is read. */
    void firstSheet(int most, Consumer<SheetReader.Row> each) throws XMLStreamException {
        var texts = parts.containsKey(TEXTS)
                ? read(TEXTS, xml -> texts(xml, Math.max(FEW_TEXTS, most * TEXTS_A_ROW)))
                : List.<String>of();
        read(addressOfFirst(), xml -> rows(xml, texts, most, each));
    }

    /** @return how many there were */
    private static int rows(XMLStreamReader xml, List<String> texts, int most, Consumer<SheetReader.Row> each)
            throws XMLStreamException {
        int number = 0;
        int rows = 0;
        while (next(xml)) {
            if (xml.getLocalName().equals("row")) {
                var written = xml.getAttributeValue(null, "r");
                number = written == null ? number + 1 : Integer.parseInt(written);
                var cells = row(xml, texts);
                if (!cells.isEmpty()) {
                    if (rows++ == most) {
                        throw new UnreadableSheet("表格超过 " + most + " 行", "has more than " + most + " rows");
                    }
                    each.accept(new SheetReader.Row(number, cells));
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
    private static List<String> texts(XMLStreamReader xml, int most) throws XMLStreamException {
        var texts = new ArrayList<String>();
        while (next(xml)) {
            if (xml.getLocalName().equals("si")) {
                if (texts.size() == most) {
                    throw UnreadableSheet.tooLarge();
                }
                texts.add(text(xml, "si"));
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
                if (text.length() > LONGEST_TEXT) {
                    throw UnreadableSheet.tooLarge();
                }
            }
        }
        return text.toString();
    }

    private String addressOfFirst() throws XMLStreamException {
        var sheet = read("xl/workbook.xml", xml -> attribute(xml, "sheet", null, null, "id"));
        var target = read("xl/_rels/workbook.xml.rels", xml -> attribute(xml, "Relationship", "Id", sheet, "Target"));
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
    private static XMLStreamReader reader(InputStream part) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(part);
    }
}
