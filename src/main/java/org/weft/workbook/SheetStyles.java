package org.weft.workbook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The looks of a workbook, each made once: Excel allows only so many. */
final class SheetStyles {

    /** The product's deep teal, also of the charts. */
    static final byte[] BRAND = {0x0f, 0x5e, 0x63};

    /** Excel takes no higher rows, in points. */
    static final float HIGHEST_ROW = 409;

    private static final byte[] HEADER_FILL = {(byte) 0xe3, (byte) 0xf0, (byte) 0xf0};
    private static final byte[] BAR = {(byte) 0xa5, (byte) 0xd3, (byte) 0xd3};
    private static final byte[] WARNING = {(byte) 0xa4, 0x26, 0x2c};
    private static final byte[] GAP = {(byte) 0xf9, (byte) 0xe3, (byte) 0xd5};
    private static final byte[] KEPT = {(byte) 0xf3, (byte) 0xf4, (byte) 0xf5};
    private static final byte[] WHITE = {(byte) 0xff, (byte) 0xff, (byte) 0xff};
    private static final byte[] QUIET = {0x59, 0x63, 0x6b};
    private static final String FONT = "Calibri";

    private final XSSFWorkbook workbook;
    private final CellStyle text;
    private final CellStyle literal;
    private final CellStyle wrapped;
    private final CellStyle wrappedLiteral;
    private final CellStyle integer;
    private final CellStyle decimal;
    private final CellStyle percent;
    private final CellStyle date;
    private final CellStyle dateTime;
    private final CellStyle header;
    private final CellStyle headerRight;
    private final CellStyle editable;
    private final CellStyle editableRight;
    private final CellStyle title;
    private final CellStyle quiet;
    private final CellStyle strong;
    private final CellStyle aside;
    private final XSSFFont boldFont;
    private final Map<String, CellStyle> variants = new HashMap<>();

    SheetStyles(XSSFWorkbook workbook, Locale locale) {
        this.workbook = workbook;
        var german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
        var day = german ? "dd.mm.yyyy" : "d mmm yyyy";
        text = plain();
        literal = literal(plain());
        wrapped = wrap(plain());
        wrappedLiteral = literal(wrap(plain()));
        integer = format("#,##0");
        decimal = format("#,##0.00");
        percent = format("0%");
        date = format(day);
        dateTime = format(day + " hh:mm");
        header = header(HorizontalAlignment.LEFT);
        headerRight = header(HorizontalAlignment.RIGHT);
        editable = editable(HorizontalAlignment.LEFT);
        editableRight = editable(HorizontalAlignment.RIGHT);
        title = font(16, true, BRAND);
        quiet = wrap(font(10, false, QUIET));
        var strongStyle = wrap(font(11, true, null));
        strong = strongStyle;
        boldFont = strongStyle.getFont();
        aside = font(10, false, QUIET);
    }

    CellStyle text() {
        return text;
    }

    /** Text that looks like a formula: marked as text also for whoever edits the cell. */
    CellStyle literal() {
        return literal;
    }

    CellStyle wrapped() {
        return wrapped;
    }

    CellStyle wrappedLiteral() {
        return wrappedLiteral;
    }

    CellStyle integer() {
        return integer;
    }

    CellStyle decimal() {
        return decimal;
    }

    CellStyle percent() {
        return percent;
    }

    CellStyle date() {
        return date;
    }

    CellStyle dateTime() {
        return dateTime;
    }

    CellStyle header(ColumnKind kind) {
        return kind == ColumnKind.TEXT ? header : headerRight;
    }

    /** Of a column that waits to be filled in. */
    CellStyle editable(ColumnKind kind) {
        return kind == ColumnKind.TEXT ? editable : editableRight;
    }

    CellStyle title() {
        return title;
    }

    CellStyle quiet() {
        return quiet;
    }

    CellStyle strong() {
        return strong;
    }

    /** A line beside the figures, over the cells to its right. */
    CellStyle aside() {
        return aside;
    }

    /** The bar of a share in its cell: light, so that the figure can be read on it. */
    XSSFColor bar() {
        return color(BAR);
    }

    /** Makes the font of a rule, the latest there is, that of a warning. */
    void warn(FontFormatting font) {
        font.setFontStyle(false, true);
        color(font, WARNING);
    }

    /** Makes the font of a rule, the latest there is, that of what is not to be changed. */
    void keep(FontFormatting font) {
        color(font, QUIET);
    }

    /** The ground of what is not to be changed. */
    XSSFColor kept() {
        return color(KEPT);
    }

    private void color(FontFormatting font, byte[] rgb) {
        font.setFontColor(color(rgb));
        // POI leaves out that it is opaque, which the schema wants to be told.
        var looks = workbook.getStylesSource();
        looks.getDxfAt(looks._getDXfsSize() - 1).getFont().getColorArray(0).setRgb(opaque(rgb));
    }

    /** An empty cell that should not be. */
    XSSFColor gap() {
        return color(GAP);
    }

    CellStyle boldOf(CellStyle style) {
        return variants.computeIfAbsent("bold" + style.getIndex(), key -> {
            var bold = workbook.createCellStyle();
            bold.cloneStyleFrom(style);
            bold.setFont(boldFont);
            return bold;
        });
    }

    CellStyle leftOf(CellStyle style) {
        return variants.computeIfAbsent("left" + style.getIndex(), key -> {
            var left = workbook.createCellStyle();
            left.cloneStyleFrom(style);
            left.setAlignment(HorizontalAlignment.LEFT);
            return left;
        });
    }

    private XSSFCellStyle plain() {
        var style = workbook.createCellStyle();
        // Not only meant but said: a program that asks no further puts its own font in its place.
        style.setFont(workbook.getFontAt(0));
        return style;
    }

    private static XSSFCellStyle literal(XSSFCellStyle style) {
        style.setQuotePrefixed(true);
        return style;
    }

    private static XSSFCellStyle wrap(XSSFCellStyle style) {
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private XSSFCellStyle format(String format) {
        var style = plain();
        style.setAlignment(HorizontalAlignment.RIGHT);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private XSSFCellStyle header(HorizontalAlignment alignment) {
        return header(alignment, BRAND, HEADER_FILL);
    }

    private XSSFCellStyle editable(HorizontalAlignment alignment) {
        return header(alignment, WHITE, BRAND);
    }

    private XSSFCellStyle header(HorizontalAlignment alignment, byte[] text, byte[] fill) {
        var style = font(11, true, text);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        style.setFillForegroundColor(color(fill));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(color(BRAND));
        return style;
    }

    private XSSFCellStyle font(int points, boolean bold, byte @Nullable [] rgb) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFamily(FontFamily.SWISS);
        font.setScheme(FontScheme.MINOR);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        if (rgb != null) {
            font.setColor(color(rgb));
        }
        var style = plain();
        style.setFont(font);
        return style;
    }

    private static XSSFColor color(byte[] rgb) {
        return new XSSFColor(opaque(rgb), new DefaultIndexedColorMap());
    }

    /** With the byte before it that says so. */
    private static byte[] opaque(byte[] rgb) {
        return new byte[] {(byte) 0xff, rgb[0], rgb[1], rgb[2]};
    }
}
