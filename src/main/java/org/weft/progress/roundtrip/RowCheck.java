package org.weft.progress.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.weft.access.Scope;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;
import org.weft.objectives.PlanEdits;
import org.weft.objectives.PlanStand;
import org.weft.programs.LeadEdit;
import org.weft.programs.LeadEdits;
import org.weft.programs.LeadStand;

/** Lays rows beside what is there, and asks the rules of those who own it. */
@Component
class RowCheck {

    private final PlanEdits plans;
    private final LeadEdits leads;

    RowCheck(PlanEdits plans, LeadEdits leads) {
        this.plans = plans;
        this.leads = leads;
    }

    /** How the things some rows are about stand. */
    record Stands(Map<Long, PlanStand> plans, Map<Long, LeadStand> leads) {

        @Nullable PlanStand plan(StagedRow row) {
            return plans.get(row.assignmentId());
        }

        @Nullable LeadStand lead(StagedRow row) {
            return leads.get(row.participantId());
        }
    }

    /** Two statements for a thousand rows. */
    Stands stands(Scope scope, List<StagedRow> rows) {
        return new Stands(
                plans.stands(scope, rows.stream().map(StagedRow::assignmentId).toList()),
                leads.stands(scope, rows.stream().map(StagedRow::participantId).toList()));
    }

    /** What a cell of the file cannot say, and why. */
    record Wrong(EditColumn column, Text reason) {}

    /** What rows say that could not have been done when the file was taken out: that is for the file to put right. */
    List<List<Wrong>> wrong(Scope scope, List<StagedRow> rows, Stands stands) {
        var named = leads.refusals(scope, leadEdits(rows));
        var all = new ArrayList<List<Wrong>>();
        for (var row : rows) {
            var wrong = new ArrayList<Wrong>();
            var stand = stands.plan(row);
            if (stand == null) {
                wrong.add(new Wrong(EditColumn.KEY, Text.of("progress.excel.problem.gone")));
            } else if (row.editsPlan()) {
                var then = stand.with(
                        row.due().base() == null ? stand.dueOn() : row.due().base(),
                        row.target().base() == null
                                ? stand.target()
                                : row.target().base(),
                        row.status().base() == null
                                ? stand.status()
                                : row.status().base());
                plans.refusals(then, row.said()).forEach(refusal -> wrong.add(wrong(refusal)));
            }
            var lead = row.lead().edited() ? named.get(row.participantId()) : null;
            if (lead != null) {
                wrong.add(new Wrong(EditColumn.LEAD, lead));
            }
            all.add(wrong);
        }
        return all;
    }

    /** "Fill this in" is for who stands before the field. */
    private static Wrong wrong(InvalidInputException refusal) {
        var column = column(refusal.field());
        return column == EditColumn.REASON && refusal.text().key().equals("objectives.error.missing")
                ? new Wrong(column, Text.of("progress.excel.problem.reason.missing"))
                : new Wrong(column, refusal.text());
    }

    /** The rows beside what is there; what was decided stays, where it is about the same. */
    List<StagedRow> look(Scope scope, List<StagedRow> rows, Stands stands) {
        var seen = rows.stream()
                .map(row -> row.seen(stands.plan(row), stands.lead(row)))
                .toList();
        var named = leads.refusals(
                scope,
                leadEdits(seen.stream().filter(row -> row.lead().changes()).toList()));
        var looked = new ArrayList<StagedRow>();
        for (var at = 0; at < seen.size(); at++) {
            looked.add(refused(seen.get(at), stands, named).decidedAs(rows.get(at)));
        }
        return looked;
    }

    private StagedRow refused(StagedRow row, Stands stands, Map<Long, Text> named) {
        var stand = stands.plan(row);
        if (stand == null || stands.lead(row) == null) {
            return row;
        }
        var checked = row;
        var wanted = row.wanted();
        if (wanted.isChange() || wanted.status() != null) {
            for (var refusal : plans.refusals(stand, wanted)) {
                var ended = !stand.status().isOpen();
                var column = column(refusal.field());
                checked = checked.refused(
                        refusal.text(),
                        ended || column == EditColumn.DUE,
                        ended || column == EditColumn.TARGET,
                        ended || column == EditColumn.STATUS || column == EditColumn.REASON,
                        false);
            }
        }
        var lead = row.lead().changes() ? named.get(row.participantId()) : null;
        return lead == null ? checked : checked.refused(lead, false, false, false, true);
    }

    private static List<LeadEdit> leadEdits(List<StagedRow> rows) {
        return rows.stream()
                .filter(row -> row.lead().edited())
                .map(StagedRow::leadEdit)
                .toList();
    }

    private static EditColumn column(@Nullable String field) {
        return switch (field) {
            case PlanEdits.DUE_ON -> EditColumn.DUE;
            case PlanEdits.TARGET -> EditColumn.TARGET;
            case PlanEdits.REASON -> EditColumn.REASON;
            case null, default -> EditColumn.STATUS;
        };
    }
}
