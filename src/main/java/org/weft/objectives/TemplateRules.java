package org.weft.objectives;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** What a template must be like, and what an edit changed. */
final class TemplateRules {

    private TemplateRules() {}

    /** The draft with blanks trimmed and the code in capitals, so that one code is one whatever the case. */
    static TemplateDraft checked(TemplateDraft draft) {
        if (draft.levels().isEmpty()) {
            throw new InvalidInputException("levels", Text.of("objectives.library.error.levels"));
        }
        var unit = Targets.text("unit", draft.unit(), TemplateDraft.MAX_UNIT);
        Targets.check(draft.target(), unit);
        var dueDays = draft.dueDays();
        if (dueDays != null && (dueDays < 0 || dueDays > TemplateDraft.MAX_DUE_DAYS)) {
            throw new InvalidInputException(
                    "dueDays", Text.of("objectives.library.error.duedays", TemplateDraft.MAX_DUE_DAYS));
        }
        return new TemplateDraft(
                Targets.text("code", draft.code(), TemplateDraft.MAX_CODE).toUpperCase(Locale.ROOT),
                Targets.text("title", draft.title(), TemplateDraft.MAX_TITLE),
                draft.type(),
                draft.planKind(),
                draft.levels(),
                draft.target(),
                unit,
                draft.measure(),
                dueDays,
                Targets.optionalText("evidence", draft.evidence(), TemplateDraft.MAX_EVIDENCE),
                Targets.optionalText("guide", draft.guide(), TemplateDraft.MAX_GUIDE),
                Targets.optionalText("counterpartRule", draft.counterpartRule(), TemplateDraft.MAX_COUNTERPART_RULE));
    }

    /** For the trail: each changed field with its old and new value, long texts only by name. */
    static String difference(TemplateDraft before, TemplateDraft after) {
        var changes = new ArrayList<String>();
        compare(changes, "code", before.code(), after.code());
        compare(changes, "title", before.title(), after.title());
        compare(changes, "type", before.type(), after.type());
        compare(changes, "plan", before.planKind(), after.planKind());
        compare(changes, "levels", before.levels(), after.levels());
        compare(changes, "target", before.target(), after.target());
        compare(changes, "unit", before.unit(), after.unit());
        compare(changes, "measure", before.measure(), after.measure());
        compare(changes, "due days", before.dueDays(), after.dueDays());
        mention(changes, "evidence", before.evidence(), after.evidence());
        mention(changes, "guide", before.guide(), after.guide());
        mention(changes, "counterparts", before.counterpartRule(), after.counterpartRule());
        return String.join("; ", changes);
    }

    private static void compare(List<String> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(field + ": " + before + " → " + after);
        }
    }

    private static void mention(List<String> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(field);
        }
    }
}
