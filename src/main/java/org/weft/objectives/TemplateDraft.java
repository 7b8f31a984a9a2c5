package org.weft.objectives;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weft.people.Level;

/** What HR enters of a template. Lengths as the constants say; blank optional texts count as none. */
public record TemplateDraft(
        String code,
        String title,
        ObjectiveType type,
        PlanKind planKind,
        Set<Level> levels,
        int target,
        String unit,
        Measure measure,
        @Nullable Integer dueDays,
        @Nullable String evidence,
        @Nullable String guide,
        @Nullable String counterpartRule) {

    public static final int MAX_CODE = 40;
    public static final int MAX_TITLE = 500;
    public static final int MAX_UNIT = 60;
    public static final int MAX_EVIDENCE = 1000;
    public static final int MAX_GUIDE = 4000;
    public static final int MAX_COUNTERPART_RULE = 500;
    public static final int MAX_DUE_DAYS = 366;

    public TemplateDraft withCode(String code) {
        return new TemplateDraft(
                code, title, type, planKind, levels, target, unit, measure, dueDays, evidence, guide, counterpartRule);
    }
}
