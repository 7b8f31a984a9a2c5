package org.weft.progress.roundtrip;

import static org.weft.objectives.AssignRequest.MAX_TARGET;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.weft.workbook.AboutSheet;
import org.weft.workbook.CellRule;
import org.weft.workbook.ColumnSpec;
import org.weft.workbook.Fact;

/** What stands in the workbook: the columns, which of them may be edited and how, and the sheet that tells of it. */
final class EditSheet {

    private static final String HOW_TO = "progress.excel.howto.";
    private static final String HOW_TO_TEXT = "progress.excel.howto-text.";

    private final EditWords words;
    private final EditRequest request;
    private final RowSeals.Seal seal;

    EditSheet(EditWords words, EditRequest request, RowSeals.Seal seal) {
        this.words = words;
        this.request = request;
        this.seal = seal;
    }

    List<ColumnSpec<ExportRow>> columns() {
        return List.of(
                kept(ColumnSpec.<ExportRow>text(header(EditColumn.NAME), ExportRow::name)
                        .width(26)),
                kept(ColumnSpec.<ExportRow>text(header(EditColumn.NUMBER), ExportRow::number)
                        .width(12)),
                kept(ColumnSpec.<ExportRow>text(header(EditColumn.EMAIL), ExportRow::email)
                        .width(28)),
                kept(ColumnSpec.<ExportRow>text(header(EditColumn.COHORT), ExportRow::cohort)
                        .width(20)),
                kept(ColumnSpec.<ExportRow>text(header(EditColumn.CODE), ExportRow::code)
                        .width(10)),
                kept(ColumnSpec.<ExportRow>text(header(EditColumn.OBJECTIVE), ExportRow::objective)
                        .width(44)),
                kept(ColumnSpec.<ExportRow>integer(header(EditColumn.ACHIEVED), ExportRow::achieved)
                        .width(11)),
                kept(ColumnSpec.<ExportRow>text(header(EditColumn.UNIT), ExportRow::unit)
                        .width(15)),
                edited(
                        EditColumn.DUE,
                        ColumnSpec.<ExportRow>date(header(EditColumn.DUE), ExportRow::dueOn)
                                .width(14)),
                edited(
                        EditColumn.TARGET,
                        ColumnSpec.<ExportRow>integer(header(EditColumn.TARGET), ExportRow::target)
                                .width(10)),
                edited(
                        EditColumn.STATUS,
                        ColumnSpec.<ExportRow>text(
                                        header(EditColumn.STATUS), row -> words.status(row.status(), request.locale()))
                                .width(15)),
                edited(
                        EditColumn.REASON,
                        ColumnSpec.<ExportRow>text(header(EditColumn.REASON), row -> null)
                                .width(26)),
                edited(
                        EditColumn.LEAD,
                        ColumnSpec.<ExportRow>text(header(EditColumn.LEAD), ExportRow::lead)
                                .width(30)),
                kept(ColumnSpec.<ExportRow>text(header(EditColumn.KEY), row -> seal.write(row.key()))
                                .width(12))
                        .hide());
    }

    private String header(EditColumn column) {
        return words.column(column, request.locale());
    }

    private ColumnSpec<ExportRow> kept(ColumnSpec<ExportRow> column) {
        return column.rule(new CellRule.Kept(column.header(), of("progress.excel.kept")));
    }

    private ColumnSpec<ExportRow> edited(EditColumn column, ColumnSpec<ExportRow> spec) {
        var title = spec.header();
        var text = of("progress.excel.rule." + column.name(), args(column));
        return spec.rule(
                switch (column) {
                    case DUE ->
                        new CellRule.Days(
                                title,
                                text,
                                request.cycle().startsOn(),
                                request.cycle().endsOn());
                    case TARGET -> new CellRule.Whole(title, text, 1, MAX_TARGET);
                    case STATUS -> new CellRule.OneOf(title, text, words.statuses(request.locale()));
                    default -> new CellRule.Free(title, text);
                });
    }

    private Object[] args(EditColumn column) {
        return switch (column) {
            case DUE ->
                new Object[] {request.cycle().startsOn(), request.cycle().endsOn()};
            case TARGET -> new Object[] {MAX_TARGET};
            case LEAD -> new Object[] {words.cohortLead(request.locale())};
            default -> new Object[0];
        };
    }

    /** @param frame when, by whom and what for, as other workbooks say it */
    AboutSheet howTo(List<Fact> frame) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("edit"));
        Stream.of(EditColumn.DUE, EditColumn.TARGET, EditColumn.STATUS, EditColumn.REASON, EditColumn.LEAD)
                .forEach(column ->
                        facts.add(Fact.text(header(column), of("progress.excel.rule." + column.name(), args(column)))));
        Stream.of("empty", "rows", "back", "conflict").forEach(what -> facts.add(fact(what)));
        facts.addAll(frame);
        return new AboutSheet(of("progress.excel.howto"), of("progress.excel.howto.title"), facts);
    }

    private Fact fact(String what) {
        return Fact.text(of(HOW_TO + what), of(HOW_TO_TEXT + what));
    }

    private String of(String key, Object... args) {
        return words.of(key, request.locale(), args);
    }
}
