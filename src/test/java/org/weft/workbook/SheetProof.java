package org.weft.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.w3c.dom.Element;

/**
 * What no schema says of sheets, tables, styles, names and charts, and Excel insists on; and what Google Sheets takes at
 * most (10 million cells, 18,278 columns, 50,000 characters a cell, functions it knows).
 */
final class SheetProof {

    private static final SpreadsheetVersion EXCEL = SpreadsheetVersion.EXCEL2007;
    private static final int MOST_STYLES = 64_000;
    private static final int MOST_FONTS = 1_024;
    private static final int MOST_LINKS = 65_530;
    private static final int LONGEST_FORMULA = 8_192;
    private static final long GOOGLE_CELLS = 10_000_000;
    private static final int GOOGLE_COLUMNS = 18_278;
    private static final int FIRST_OWN_FORMAT = 164;

    /** Those we use; Google Sheets has each, under the same name and with the same arguments. */
    private static final Set<String> FUNCTIONS =
            Set.of("COUNTIFS", "COUNTA", "SUM", "SUMIFS", "IF", "AND", "NOT", "ISBLANK");

    private static final Pattern FUNCTION = Pattern.compile("([A-Z][A-Z0-9.]*)\\(");
    private static final Pattern COLUMN_OF = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.]*)\\[((?:'.|[^'\\]])*)]");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]{0,254}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\$?[a-z]{1,3}\\$?[0-9]+|r[0-9]*c[0-9]*|r|c");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"]|\"\")*\"");

    private final Map<String, byte[]> parts;
    private final List<String> problems;
    private final Map<String, Map<String, String>> columnsOf = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> tableIds = new HashSet<>();
    private final List<String> formulas = new ArrayList<>();
    private Element styles;
    private List<String> sharedTexts = List.of();
    private long cells;

    SheetProof(Map<String, byte[]> parts, List<String> problems) {
        this.parts = parts;
        this.problems = problems;
        styles = Xml.root(parts.get("xl/styles.xml"));
    }

    private void that(boolean holds, String otherwise, Object... values) {
        if (!holds && problems.size() < 50) {
            problems.add(otherwise.formatted(values));
        }
    }

    void check() {
        if (parts.containsKey("xl/sharedStrings.xml")) {
            sharedTexts = Xml.children(Xml.root(parts.get("xl/sharedStrings.xml")), "si").stream()
                    .map(Element::getTextContent)
                    .toList();
        }
        styles();
        var workbook = Xml.root(parts.get("xl/workbook.xml"));
        var sheets = sheets(workbook);
        sheets.forEach(this::sheet);
        definedNames(workbook, List.copyOf(sheets.keySet()));
        formulas.forEach(this::formula);
        charts(sheets.keySet());
        that(cells <= GOOGLE_CELLS, "%d cells, more than Google Sheets takes", cells);
    }

    private void styles() {
        var formats = new HashSet<Integer>();
        for (var format : Xml.path(styles, "numFmts", "numFmt")) {
            var id = Xml.number(format, "numFmtId", -1);
            that(id >= FIRST_OWN_FORMAT && formats.add(id), "number format %s", id);
            that(format.getAttribute("formatCode").length() <= 255, "a number format of more than 255 characters");
        }
        counted("numFmts", "numFmt");
        counted("fonts", "font");
        counted("fills", "fill");
        counted("borders", "border");
        counted("cellStyleXfs", "xf");
        counted("cellXfs", "xf");
        counted("cellStyles", "cellStyle");
        counted("dxfs", "dxf");
        that(size("cellXfs", "xf") <= MOST_STYLES, "%s styles", size("cellXfs", "xf"));
        that(size("fonts", "font") <= MOST_FONTS, "%s fonts", size("fonts", "font"));
        // Excel takes the first two fills for its own, whatever they are.
        that(size("fills", "fill") >= 2, "fewer than two fills");
        for (var style : Xml.path(styles, "cellXfs", "xf")) {
            that(Xml.number(style, "fontId", 0) < size("fonts", "font"), "a style with a font there is not");
            that(Xml.number(style, "fillId", 0) < size("fills", "fill"), "a style with a fill there is not");
            that(Xml.number(style, "borderId", 0) < size("borders", "border"), "a style with a border there is not");
            that(Xml.number(style, "xfId", 0) < size("cellStyleXfs", "xf"), "a style of no kind");
            var format = Xml.number(style, "numFmtId", 0);
            that(format < FIRST_OWN_FORMAT || formats.contains(format), "a style with number format %s", format);
        }
    }

    private int size(String list, String one) {
        return Xml.path(styles, list, one).size();
    }

    private void counted(String list, String one) {
        for (var element : Xml.children(styles, list)) {
            count(element, one, "styles");
        }
    }

    private void count(Element list, String one, String where) {
        var said = Xml.number(list, "count", -1);
        that(said < 0 || said == Xml.children(list, one).size(), "%s: %s says %s", where, list.getLocalName(), said);
    }

    /** The parts of the sheets by name, in their order. */
    private Map<String, String> sheets(Element workbook) {
        var targets = targets("xl/workbook.xml");
        var sheets = new java.util.LinkedHashMap<String, String>();
        var taken = new HashSet<String>();
        var ids = new HashSet<String>();
        for (var sheet : Xml.path(workbook, "sheets", "sheet")) {
            var name = sheet.getAttribute("name");
            that(!name.isBlank() && name.length() <= 31, "a sheet called “%s”", name);
            that(name.chars().noneMatch(letter -> "[]:*?/\\".indexOf(letter) >= 0), "a sheet called “%s”", name);
            that(!name.startsWith("'") && !name.endsWith("'"), "a sheet called “%s”", name);
            that(!name.equalsIgnoreCase("History"), "a sheet called “%s”", name);
            that(taken.add(name.toLowerCase(Locale.ROOT)), "two sheets called “%s”", name);
            that(ids.add(sheet.getAttribute("sheetId")), "two sheets with one id");
            sheets.put(name, targets.get(sheet.getAttributeNS(Xml.RELATION, "id")));
        }
        for (var view : Xml.path(workbook, "bookViews", "workbookView")) {
            that(Xml.number(view, "activeTab", 0) < sheets.size(), "a sheet is active that is not there");
        }
        return sheets;
    }

    /** What the relations of a part lead to, by their ids. */
    private Map<String, String> targets(String part) {
        var folder = part.substring(0, part.lastIndexOf('/') + 1);
        var relations = parts.get(folder + "_rels/" + part.substring(folder.length()) + ".rels");
        return relations == null
                ? Map.of()
                : Xml.children(Xml.root(relations), "Relationship").stream()
                        .filter(one -> !one.getAttribute("TargetMode").equals("External"))
                        .collect(Collectors.toMap(
                                one -> one.getAttribute("Id"),
                                one -> java.net
                                        .URI
                                        .create("/" + folder)
                                        .resolve(one.getAttribute("Target"))
                                        .getPath()
                                        .substring(1)));
    }

    private void sheet(String name, String part) {
        var root = Xml.root(parts.get(part));
        var texts = cells(name, root);
        for (var dimension : Xml.children(root, "dimension")) {
            range(name, dimension.getAttribute("ref"));
        }
        var last = 0;
        for (var column : Xml.path(root, "cols", "col")) {
            that(Xml.number(column, "min", 0) > last, "%s: columns overlap", name);
            last = Xml.number(column, "max", 0);
            that(last <= EXCEL.getMaxColumns(), "%s: a width for column %s", name, last);
            that(Double.parseDouble(column.getAttribute("width")) <= 255, "%s: a width above 255", name);
        }
        var merged = new ArrayList<CellRangeAddress>();
        for (var list : Xml.children(root, "mergeCells")) {
            count(list, "mergeCell", name);
            for (var one : Xml.children(list, "mergeCell")) {
                var range = range(name, one.getAttribute("ref"));
                that(merged.stream().noneMatch(range::intersects), "%s: merged twice: %s", name, range);
                that(range.getNumberOfCells() > 1, "%s: a single cell merged: %s", name, range);
                merged.add(range);
            }
        }
        var priorities = new HashSet<Integer>();
        for (var formatting : Xml.children(root, "conditionalFormatting")) {
            for (var range : formatting.getAttribute("sqref").split(" ")) {
                range(name, range);
            }
            for (var rule : Xml.children(formatting, "cfRule")) {
                that(Xml.number(rule, "dxfId", 0) < Math.max(1, size("dxfs", "dxf")), "%s: no such dxf", name);
                that(priorities.add(Xml.number(rule, "priority", 0)), "%s: two rules of one priority", name);
                Xml.children(rule, "formula").forEach(formula -> formulas.add(formula.getTextContent()));
            }
        }
        that(Xml.path(root, "hyperlinks", "hyperlink").size() <= MOST_LINKS, "%s: too many links", name);
        for (var line : Xml.path(root, "headerFooter", "oddFooter")) {
            that(line.getTextContent().length() <= 255, "%s: a footer of more than 255 characters", name);
        }
        tables(name, part, root, texts, merged);
    }

    private CellRangeAddress range(String sheet, String said) {
        var range = CellRangeAddress.valueOf(said);
        that(
                range.getLastRow() < EXCEL.getMaxRows() && range.getLastColumn() < EXCEL.getMaxColumns(),
                "%s: %s is beyond the sheet",
                sheet,
                said);
        return range;
    }

    /** @return the texts there are, by address */
    private Map<String, String> cells(String name, Element sheet) {
        var texts = new HashMap<String, String>();
        var styleCount = size("cellXfs", "xf");
        var before = 0;
        for (var row : Xml.path(sheet, "sheetData", "row")) {
            var number = Xml.number(row, "r", 0);
            that(number > before && number <= EXCEL.getMaxRows(), "%s: row %s behind %s", name, number, before);
            before = number;
            that(
                    Xml.attribute(row, "ht").map(Double::parseDouble).orElse(0d) <= 409.5,
                    "%s: row %s is too high",
                    name,
                    number);
            var columnBefore = -1;
            for (var cell : Xml.children(row, "c")) {
                cells++;
                var address = new CellReference(cell.getAttribute("r"));
                that(
                        address.getRow() == number - 1 && address.getCol() > columnBefore,
                        "%s: cell %s stands in row %s",
                        name,
                        cell.getAttribute("r"),
                        number);
                columnBefore = address.getCol();
                that(
                        columnBefore < Math.min(EXCEL.getMaxColumns(), GOOGLE_COLUMNS),
                        "%s: %s is beyond the sheet",
                        name,
                        cell.getAttribute("r"));
                that(Xml.number(cell, "s", 0) < styleCount, "%s: a style there is not", name);
                value(name, cell).ifPresent(text -> texts.put(cell.getAttribute("r"), text));
            }
        }
        return texts;
    }

    /** The text of a cell, if it is one. */
    private java.util.Optional<String> value(String sheet, Element cell) {
        var where = sheet + "!" + cell.getAttribute("r");
        for (var formula : Xml.children(cell, "f")) {
            that(
                    !formula.getAttribute("t").equals("shared"),
                    "%s: a shared formula, which we have no check for",
                    where);
            that(formula.getTextContent().length() <= LONGEST_FORMULA, "%s: a formula too long", where);
            formulas.add(formula.getTextContent());
        }
        var values = Xml.children(cell, "v");
        var text = switch (cell.getAttribute("t")) {
            case "inlineStr" -> {
                that(values.isEmpty(), "%s: text and a value", where);
                yield Xml.path(cell, "is", "t").stream()
                        .map(Element::getTextContent)
                        .collect(Collectors.joining());
            }
            case "s" -> sharedTexts.get(Integer.parseInt(values.getFirst().getTextContent()));
            case "str" -> values.isEmpty() ? "" : values.getFirst().getTextContent();
            case "", "n" -> {
                for (var value : values) {
                    var number = Double.parseDouble(value.getTextContent());
                    that(Double.isFinite(number), "%s: %s is no number", where, number);
                }
                yield null;
            }
            default -> {
                that(false, "%s: a cell of kind %s, which we have no check for", where, cell.getAttribute("t"));
                yield null;
            }
        };
        if (text != null) {
            that(
                    ESCAPED.matcher(text).replaceAll("x").length() <= EXCEL.getMaxTextLength(),
                    "%s: a text of more than %s characters",
                    where,
                    EXCEL.getMaxTextLength());
        }
        return java.util.Optional.ofNullable(text);
    }

    private void tables(
            String sheet, String part, Element root, Map<String, String> texts, List<CellRangeAddress> merged) {
        var targets = targets(part);
        var areas = new ArrayList<CellRangeAddress>();
        for (var list : Xml.children(root, "tableParts")) {
            count(list, "tablePart", sheet);
            for (var one : Xml.children(list, "tablePart")) {
                var table = Xml.root(parts.get(targets.get(one.getAttributeNS(Xml.RELATION, "id"))));
                var area = range(sheet, table.getAttribute("ref"));
                that(areas.stream().noneMatch(area::intersects), "%s: tables overlap", sheet);
                that(merged.stream().noneMatch(area::intersects), "%s: merged cells in a table", sheet);
                areas.add(area);
                table(sheet, table, area, texts);
            }
        }
        that(
                areas.size()
                        == targets.values().stream()
                                .filter(target -> target.contains("/tables/"))
                                .count(),
                "%s: a table that is not named on its sheet",
                sheet);
    }

    private void table(String sheet, Element table, CellRangeAddress area, Map<String, String> texts) {
        var name = table.getAttribute("displayName");
        that(tableIds.add(table.getAttribute("id")), "two tables with the id %s", table.getAttribute("id"));
        that(lawful(name), "a table called “%s”", name);
        that(names.add(name.toLowerCase(Locale.ROOT)), "two tables called “%s”", name);
        that(area.getLastRow() > area.getFirstRow(), "%s: a table without a row", name);
        for (var filter : Xml.children(table, "autoFilter")) {
            that(filter.getAttribute("ref").equals(table.getAttribute("ref")), "%s: its filter is elsewhere", name);
        }
        var columns = Xml.path(table, "tableColumns", "tableColumn");
        Xml.children(table, "tableColumns").forEach(list -> count(list, "tableColumn", name));
        that(
                columns.size() == area.getLastColumn() - area.getFirstColumn() + 1,
                "%s: %s columns in %s",
                name,
                columns.size(),
                table.getAttribute("ref"));
        var known = new HashMap<String, String>();
        var ids = new HashSet<String>();
        for (var number = 0; number < columns.size(); number++) {
            var said = columns.get(number).getAttribute("name");
            var column = decoded(said);
            that(ids.add(columns.get(number).getAttribute("id")), "%s: two columns with one id", name);
            that(!column.isEmpty() && column.length() <= 255, "%s: a column called “%s”", name, column);
            that(
                    known.put(column.toLowerCase(Locale.ROOT), column) == null,
                    "%s: two columns called “%s”",
                    name,
                    column);
            var head = texts.get(
                    new CellReference(area.getFirstRow(), area.getFirstColumn() + number).formatAsString(false));
            that(head != null && decoded(head).equals(column), "%s: column “%s” is headed “%s”", name, column, head);
        }
        columnsOf.put(name, known);
    }

    private static String decoded(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    private static boolean lawful(String name) {
        return NAME.matcher(name).matches() && !ADDRESS.matcher(name).matches();
    }

    private void definedNames(Element workbook, List<String> sheets) {
        var seen = new HashSet<String>();
        for (var one : Xml.path(workbook, "definedNames", "definedName")) {
            var name = one.getAttribute("name");
            that(lawful(name.replaceFirst("^_xlnm\\.", "")), "a name “%s”", name);
            var scope = one.getAttribute("localSheetId");
            that(scope.isEmpty() || Integer.parseInt(scope) < sheets.size(), "%s: of no sheet", name);
            that(seen.add(scope + name.toLowerCase(Locale.ROOT)), "two names “%s”", name);
            that(!scope.isEmpty() || names.add(name.toLowerCase(Locale.ROOT)), "“%s” is a table too", name);
            for (var range : one.getTextContent().split(",(?=(?:[^']*'[^']*')*[^']*$)")) {
                that(sheets.contains(sheetOf(range)), "%s: %s is on no sheet", name, range);
            }
        }
    }

    private static String sheetOf(String range) {
        var name = range.substring(0, Math.max(0, range.lastIndexOf('!')));
        return name.startsWith("'") ? name.substring(1, name.length() - 1).replace("''", "'") : name;
    }

    private void formula(String formula) {
        var code = TEXT.matcher(formula).replaceAll("\"\"");
        for (var call : FUNCTION.matcher(code).results().toList()) {
            that(FUNCTIONS.contains(call.group(1)), "%s: is %s known to Google Sheets?", formula, call.group(1));
        }
        for (var column : COLUMN_OF.matcher(code).results().toList()) {
            var table = columnsOf.get(column.group(1));
            var name = column.group(2).replaceAll("'(.)", "$1").toLowerCase(Locale.ROOT);
            that(table != null && table.containsKey(name), "%s: there is no such column", formula);
        }
    }

    private void charts(Set<String> sheets) {
        parts.forEach((part, bytes) -> {
            if (part.startsWith("xl/charts/chart")) {
                for (var source : List.of("strRef", "numRef")) {
                    for (var reference : Xml.all(Xml.root(bytes), source)) {
                        var range = Xml.children(reference, "f").getFirst().getTextContent();
                        that(sheets.contains(sheetOf(range)), "%s draws %s", part, range);
                        var size = CellRangeAddress.valueOf(range.substring(range.lastIndexOf('!') + 1))
                                .getNumberOfCells();
                        Function<Element, Integer> points = cache -> Xml.children(cache, "ptCount").stream()
                                .map(count -> Xml.number(count, "val", -1))
                                .findFirst()
                                .orElse(-1);
                        for (var cache : List.of("strCache", "numCache")) {
                            for (var one : Xml.children(reference, cache)) {
                                that(
                                        Set.of(-1, size).contains(points.apply(one)),
                                        "%s: %s points of %s",
                                        part,
                                        points.apply(one),
                                        range);
                            }
                        }
                    }
                }
            }
        });
    }
}
