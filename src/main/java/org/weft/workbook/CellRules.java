package org.weft.workbook;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;

/** Has a spreadsheet program keep to the rules of a column, over all rows there may be. */
final class CellRules {

    private final Sheet sheet;
    private final DataValidationHelper helper;

    CellRules(Sheet sheet) {
        this.sheet = sheet;
        helper = sheet.getDataValidationHelper();
    }

    void add(int column, CellRule rule) {
        var below = new CellRangeAddressList(1, SpreadsheetVersion.EXCEL2007.getLastRowIndex(), column, column);
        var validation = helper.createValidation(constraint(rule), below);
        validation.setEmptyCellAllowed(true);
        if (!(rule instanceof CellRule.Free)) {
            validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
            validation.setShowErrorBox(true);
            validation.createErrorBox(title(rule), text(rule));
        }
        if (!(rule instanceof CellRule.Kept)) {
            validation.setShowPromptBox(true);
            validation.createPromptBox(title(rule), text(rule));
        }
        if (rule instanceof CellRule.OneOf) {
            // Named the other way round: POI's "suppress" is what shows the arrow in this format.
            validation.setSuppressDropDownArrow(true);
        }
        sheet.addValidationData(validation);
    }

    private DataValidationConstraint constraint(CellRule rule) {
        return switch (rule) {
            case CellRule.Kept kept -> helper.createCustomConstraint("1=0");
            case CellRule.Days days ->
                helper.createDateConstraint(
                        OperatorType.BETWEEN,
                        Long.toString(CellWriter.serial(days.first())),
                        Long.toString(CellWriter.serial(days.last())),
                        null);
            case CellRule.Whole whole ->
                helper.createIntegerConstraint(
                        OperatorType.BETWEEN, Integer.toString(whole.least()), Integer.toString(whole.most()));
            case CellRule.OneOf oneOf ->
                helper.createExplicitListConstraint(oneOf.words().toArray(String[]::new));
            case CellRule.Free free -> helper.createCustomConstraint("1=1");
        };
    }

    private static String title(CellRule rule) {
        return cut(rule.title(), CellRule.LONGEST_TITLE);
    }

    private static String text(CellRule rule) {
        return cut(rule.text(), CellRule.LONGEST_TEXT);
    }

    private static String cut(String text, int longest) {
        var clean = SheetText.clean(text);
        return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
    }
}
