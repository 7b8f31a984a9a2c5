package org.weft.reminders.ui;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.weft.people.TeamNode;
import org.weft.reminders.policy.PolicyAudience;
import org.weft.reminders.policy.PolicyChoices;

/** Says in one line about whom a policy speaks. */
record AudienceWords(List<PolicyChoices.Program> programs, List<PolicyChoices.Cohort> cohorts, List<TeamNode> teams) {

    /** Empty where it is everybody. */
    String of(PolicyAudience audience) {
        var parts = new ArrayList<String>();
        if (audience.cohortId() != null) {
            parts.add(named(
                    cohorts,
                    one -> Objects.equals(one.id(), audience.cohortId()),
                    one -> one.name() + " · " + one.cycle()));
        } else if (audience.programId() != null) {
            parts.add(named(
                    programs, one -> Objects.equals(one.id(), audience.programId()), PolicyChoices.Program::name));
        }
        if (audience.teamId() != null) {
            parts.add(named(teams, one -> Objects.equals(one.id(), audience.teamId()), TeamNode::name));
        }
        if (audience.level() != null) {
            parts.add(translated("level." + audience.level().name()));
        }
        if (audience.location() != null) {
            parts.add(audience.location());
        }
        return String.join(", ", parts);
    }

    private static <T> String named(List<T> all, Predicate<T> wanted, Function<T, String> name) {
        return all.stream().filter(wanted).findFirst().map(name).orElseGet(() -> translated("reminders.policies.gone"));
    }

    private static String translated(String key) {
        return UI.getCurrentOrThrow().getTranslation(key);
    }
}
