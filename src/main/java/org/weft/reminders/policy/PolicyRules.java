package org.weft.reminders.policy;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.weft.base.InvalidInputException;
import org.weft.base.Text;

/** What a policy must be like to be saved. */
@Component
class PolicyRules {

    private final ReminderRules reminders;
    private final JdbcClient jdbc;

    PolicyRules(ReminderRules reminders, JdbcClient jdbc) {
        this.reminders = reminders;
        this.jdbc = jdbc;
    }

    /** The draft put right. */
    PolicyDraft checked(PolicyDraft draft, boolean shipped) {
        var name = name(draft.name(), shipped);
        if (draft.kind().countsDays()) {
            within("days", draft.days(), 1, PolicyDraft.MOST_DAYS);
        }
        within("catchUpDays", draft.catchUpDays(), 0, PolicyDraft.MOST_CATCH_UP_DAYS);
        var after = draft.escalateAfter();
        if (after != null) {
            within("escalateAfter", after, 1, PolicyDraft.MOST_UNANSWERED);
        }
        var schedule = draft.schedule();
        if (schedule.weekdays().isEmpty()) {
            throw new InvalidInputException("weekdays", Text.of("reminders.policy.error.weekdays"));
        }
        if (schedule.weekdays().stream().anyMatch(day -> day.compareTo(DayOfWeek.FRIDAY) > 0)) {
            throw new InvalidInputException("weekdays", Text.of("reminders.policy.error.weekend"));
        }
        var hours = reminders.hours();
        if (!hours.contains(schedule.time())) {
            throw new InvalidInputException(
                    "time",
                    Text.of(
                            "reminders.policy.error.hours",
                            hours.earliest().toString(),
                            hours.latest().toString()));
        }
        var audience = audience(draft.audience());
        return new PolicyDraft(
                name,
                draft.kind(),
                draft.kind().countsDays() ? draft.days() : 0,
                audience,
                draft.recipient(),
                schedule,
                draft.catchUpDays(),
                draft.required(),
                // Who is the lead's own business is not escalated to the lead.
                draft.recipient() == PolicyRecipient.PARTICIPANT ? after : null);
    }

    private static @Nullable String name(@Nullable String given, boolean shipped) {
        var name =
                given == null ? "" : given.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (name.isEmpty()) {
            if (shipped) {
                return null;
            }
            throw new InvalidInputException("name", Text.of("reminders.policy.error.name"));
        }
        if (name.length() > PolicyDraft.NAME_LENGTH) {
            throw new InvalidInputException("name", Text.of("reminders.policy.error.long", PolicyDraft.NAME_LENGTH));
        }
        return name;
    }

    private PolicyAudience audience(PolicyAudience given) {
        there("programId", "program", given.programId());
        there("cohortId", "cohort", given.cohortId());
        there("teamId", "team", given.teamId());
        var location = given.location() == null ? "" : given.location().strip();
        if (location.length() > HolidayDraft.LOCATION_LENGTH) {
            throw new InvalidInputException(
                    "location", Text.of("reminders.holiday.error.location", HolidayDraft.LOCATION_LENGTH));
        }
        return new PolicyAudience(
                given.programId(),
                given.cohortId(),
                given.teamId(),
                given.level(),
                location.isEmpty() ? null : location);
    }

    private static void within(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw new InvalidInputException(field, Text.of("reminders.policy.error.number", least, most));
        }
    }

    private void there(String field, String table, @Nullable Long id) {
        if (id != null
                && jdbc.sql("select count(*) from " + table + " where id = :id")
                                .param("id", id)
                                .query(Integer.class)
                                .single()
                        == 0) {
            throw new InvalidInputException(field, Text.of("reminders.policy.error.gone"));
        }
    }
}
