package org.weft.programs.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import org.weft.base.ui.Formats;
import org.weft.programs.Audience;
import org.weft.programs.CohortDetails;

/** A cohort said in one line. */
final class CohortWords {

    private CohortWords() {}

    /** When, who leads, and whom it is for. */
    static String context(Component reader, CohortDetails cohort) {
        var parts = new ArrayList<String>();
        parts.add(Formats.of(reader).range(cohort.startsOn(), cohort.endsOn()));
        parts.add(
                cohort.leadName() == null
                        ? reader.getTranslation("programs.cohort.noLead")
                        : reader.getTranslation("programs.cohort.led", cohort.leadName()));
        parts.add(
                cohort.audience() == Audience.RULE
                        ? reader.getTranslation("programs.cohort.rule", rule(reader, cohort))
                        : reader.getTranslation("programs.cohort.byHand"));
        return String.join(" · ", parts);
    }

    private static String rule(Component reader, CohortDetails cohort) {
        var rule = cohort.rule();
        var parts = new ArrayList<String>();
        if (rule.teamId() != null) {
            var team = cohort.ruleTeamName();
            parts.add(reader.getTranslation("programs.rule.below", team == null ? Formats.NOTHING : team));
        }
        if (rule.level() != null) {
            parts.add(reader.getTranslation("level." + rule.level().name()));
        }
        if (rule.jobTitle() != null) {
            parts.add(rule.jobTitle());
        }
        if (rule.location() != null) {
            parts.add(rule.location());
        }
        if (rule.joinedSince() != null) {
            parts.add(reader.getTranslation(
                    "programs.rule.since", Formats.of(reader).date(rule.joinedSince())));
        }
        return parts.isEmpty() ? reader.getTranslation("programs.rule.everybody") : String.join(", ", parts);
    }
}
